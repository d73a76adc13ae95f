using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>What a host answered.</summary>
/// <param name="Body">The record; an object with <c>error</c>; or a job, which has both where it failed.</param>
/// <param name="Error">Which error; null where there is none.</param>
internal sealed record CallReply(JsonElement Body, ErrorCode? Error)
{
    /// <summary>Whether it is a job that goes on.</summary>
    public bool IsPending => Body.TryGetProperty("jobId", out _) && Body.TryGetProperty("status", out JsonElement status) && status.ValueEquals("running") | status.ValueEquals("queued");

    /// <summary>Reads an answer.</summary>
    public static CallReply Of(ReadOnlySpan<byte> body)
    {
        JsonElement read = JsonElement.Parse(body);
        return new CallReply(read, read.TryGetProperty("error", out JsonElement error) ? CodeOf(error) : null);
    }

    /// <summary>Says on standard error why a call was refused.</summary>
    /// <returns>The exit code.</returns>
    public static int PrintError(ErrorCode code, string message, string remedy)
    {
        Terminal.Error($"error: {message}{(message is [.., '.' or '?' or '!'] ? "" : ".")} {remedy}");
        return code.Exit();
    }

    /// <summary>Says on standard error why a call was refused or its job failed; nothing where it succeeded.</summary>
    /// <returns>The exit code.</returns>
    public int PrintError() => Error is not { } code ? ExitCodes.Ok
        : Body.GetProperty("error") is { ValueKind: JsonValueKind.String } text ? PrintError(code, text.GetString()!, "")
        : PrintError(code, Body.GetProperty("error").GetProperty("message").GetString()!, Body.GetProperty("error").GetProperty("remedy").GetString()!);

    // A form of another's making has room for words alone.
    private static ErrorCode CodeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object ? ErrorCodes.Parse(error.GetProperty("code").GetString()) : ErrorCode.BrokerRejected;
}
