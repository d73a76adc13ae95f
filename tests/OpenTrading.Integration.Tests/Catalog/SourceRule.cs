using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>
/// What an answer may hold where every source is cut: an error of the closed list, or numbers that come from no market. Those are numbers of the call itself
/// and counts; and of toolsets that speak of the host also what it keeps, such as its account, its rules and its records, unless they bear the name of a price or
/// of something that is made of prices.
/// </summary>
internal static partial class SourceRule
{
    private static readonly HashSet<string> Codes = [.. Enum.GetNames<ErrorCode>().Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)];

    // An answer of these is no answer to what was asked.
    private static readonly string[] Faulty = ["INTERNAL_ERROR", "PLUGIN_ERROR"];

    private static readonly string[] OfTheHost = ["system", "audit", "journal", "risk", "paper"];

    private static readonly string[] Counts = ["total", "count", "queue", "progressPct", "version"];

    /// <summary>What is wrong with an answer.</summary>
    /// <param name="toolset">Toolset of the capability.</param>
    /// <param name="arguments">What it was called with.</param>
    /// <param name="answer">What it said.</param>
    public static IEnumerable<string> Faults(string toolset, JsonObject arguments, JsonElement answer)
    {
        if (answer.TryGetProperty("error", out JsonElement error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            // The tools of a fixed form say their error in words.
            string code = error.ValueKind == JsonValueKind.String ? "NOT_CONNECTED" : error.GetProperty("code").GetString()!;
            return Codes.Contains(code) && !Faulty.Contains(code) ? [] : [$"{code}: {error.GetRawText()}"];
        }

        HashSet<decimal> asked = [.. Numbers(JsonElement.Parse(arguments.ToJsonString()), "").Select(n => n.Value)];
        return Numbers(answer, "").Where(n => !asked.Contains(n.Value) && !IsKept(toolset, n.Path[(n.Path.LastIndexOf('.') + 1)..])).Select(n => $"{n.Path} is {n.Value.ToString(CultureInfo.InvariantCulture)}");
    }

    private static bool IsKept(string toolset, string name) => Counts.Contains(name) || (OfTheHost.Contains(toolset) && !OfMarkets().IsMatch(name));

    private static IEnumerable<(string Path, decimal Value)> Numbers(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Numbers(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Numbers(item, path)),
        JsonValueKind.Number => [(path, element.GetDecimal())],
        _ => [],
    };

    [GeneratedRegex("^(bid|ask|mid|open|high|low|close|last|entry|exit|stopLoss|takeProfit|breakEven|point|pip.*|tick.*|spread.*|slippage.*|atr.*|swap.*|vol.*|.*[pP]rice|.*Points|.*Pips)$")]
    private static partial Regex OfMarkets();
}
