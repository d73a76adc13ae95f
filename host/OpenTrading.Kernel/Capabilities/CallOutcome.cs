using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>What became of a call.</summary>
/// <param name="Body">The answer as UTF-8 JSON: the result, or <c>{"error":{...}}</c>.</param>
/// <param name="Summary">The answer in one sentence.</param>
/// <param name="Error">Which error; null for a result.</param>
/// <param name="IsPending">Whether it is a job that still runs.</param>
/// <param name="Reply">The answer in words of MCP, which that face hands on as they are; null for all others.</param>
public sealed record CallOutcome(ReadOnlyMemory<byte> Body, string Summary, ErrorCode? Error = null, bool IsPending = false, McpReply? Reply = null)
{
    /// <summary>The answer where its form is laid down elsewhere; null for all others.</summary>
    public RawResult? Raw { get; init; }

    /// <summary>The picture beside the answer; null where there is none.</summary>
    public McpImage? Image { get; init; }

    /// <summary>Serialises a result of the host's own.</summary>
    public static CallOutcome Of(CapabilityResult result) => Of(result, CapabilityJson.Options);

    /// <summary>Serialises a result.</summary>
    public static CallOutcome Of(CapabilityResult result, JsonSerializerOptions json) => result is RawResult raw ? Of(raw) : new(
        JsonSerializer.SerializeToUtf8Bytes(result, result.GetType(), json),
        result.Summary,
        IsPending: result is JobEnvelope { Status: JobStatus.Queued or JobStatus.Running },
        Reply: result as McpReply)
    {
        Image = (result as IHasImage)?.Image,
    };

    /// <summary>An answer whose form is laid down elsewhere.</summary>
    public static CallOutcome Of(RawResult raw) => new(JsonSerializer.SerializeToUtf8Bytes(raw.Body, CapabilityJson.Options), raw.Summary, raw.Error) { Raw = raw };

    /// <summary>Serialises a refusal.</summary>
    public static CallOutcome Of(CapabilityException refusal) => new(
        JsonSerializer.SerializeToUtf8Bytes(new { error = ErrorBody.Of(refusal) }, CapabilityJson.Options),
        refusal.Message,
        refusal.Code);
}
