using System.Text.Json;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>Writes the bodies of the mt4 tools: <c>{success, data}</c> or <c>{success, error, details?}</c>, and nothing besides.</summary>
internal static class Mt4Bodies
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A success.</summary>
    /// <param name="data">What the body says.</param>
    /// <param name="text">What people read.</param>
    /// <param name="facts">Facts beside it.</param>
    public static RawResult Success(object data, string text, IReadOnlyDictionary<string, string> facts) => new()
    {
        Summary = text.Split('\n')[0], Body = JsonSerializer.SerializeToElement(new { success = true, data }, Json), Text = text, Facts = facts,
    };

    /// <summary>A failure.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="code">Which error.</param>
    /// <param name="details">Single faults; null for none.</param>
    /// <param name="facts">Facts beside it.</param>
    public static RawResult Failure(string error, ErrorCode code, IReadOnlyList<ErrorDetail>? details, IReadOnlyDictionary<string, string> facts) => new()
    {
        Summary = error,
        Body = JsonSerializer.SerializeToElement(new { success = false, error, details = details?.Select(d => new { path = d.Path, message = d.Message }) }, Json),
        Text = error,
        Facts = facts,
        Error = code,
    };
}
