using System.Net;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Remote;

/// <summary>What a host answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Tag">Its entity tag; null where it has none.</param>
/// <param name="Body">Its body.</param>
internal sealed record RemoteAnswer(HttpStatusCode Status, string? Tag, byte[] Body)
{
    /// <summary>The answer as the dispatcher over there gave it.</summary>
    /// <exception cref="CapabilityException">It is none of this program's.</exception>
    public CallOutcome ToOutcome()
    {
        try
        {
            JsonElement body = JsonElement.Parse(Body);
            if ((int)Status < 300)
            {
                return new CallOutcome(Body, body.GetProperty("summary").GetString() ?? "", IsPending: Status == HttpStatusCode.Accepted);
            }

            JsonElement error = body.GetProperty("error");
            return new CallOutcome(JsonSerializer.SerializeToUtf8Bytes(new { error }, CapabilityJson.Options), error.GetProperty("message").GetString() ?? "", ErrorCodes.Parse(error.GetProperty("code").GetString()));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new CapabilityException(ErrorCode.NotConnected, $"What answers with status {(int)Status} is no OpenTrading host", "Name the address of its REST face, such as https://desk.example:8010.");
        }
    }
}
