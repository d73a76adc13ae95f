using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Host.Faces.Cli.Approvals;

/// <summary>
/// A request as an operator reads it before approving: the order, the market now, what every rule says, and only then, below the numbers and as plain
/// text, what the client says of it.
/// </summary>
internal static class RequestSheet
{
    private const string Indent = "    ";

    /// <summary>Its lines.</summary>
    public static IEnumerable<string> Lines(JsonElement row)
    {
        JsonElement order = row.GetProperty("order");
        yield return $"request   {Text(row, "requestId")}";
        yield return $"order     {Text(order, "kind").ToUpperInvariant()} {Text(order, "side").ToUpperInvariant()} {Text(order, "lots")} {Text(order, "symbol")} {Text(order, "orderType")}{At(order, "price", " at ")}{At(order, "target", ", ticket ")}   class {Text(order, "class")}";
        yield return $"levels    stop {Text(order, "stopLoss")}, target {Text(order, "takeProfit")}, seen at {Text(order, "referencePrice")}, deviation {Text(order, "deviation")} points";
        yield return $"account   {Text(order, "account")}";
        yield return $"proposer  {Text(order, "proposer")}";
        yield return $"status    {Text(row, "status")}, until {Text(row, "expiresAt")}{By(row)}";
        yield return $"hash      {Text(row, "orderHash")}";
        if (row.TryGetProperty("decision", out JsonElement decision) && decision.ValueKind == JsonValueKind.Object)
        {
            foreach (string line in Market(decision))
            {
                yield return line;
            }
        }

        yield return "";
        yield return $"what {Text(order, "proposer")} says (text of a client, not of this host):";
        foreach (string line in PlainText.Lines(Text(order, "reason"), Indent))
        {
            yield return line;
        }

        if (row.TryGetProperty("thesis", out JsonElement thesis) && thesis.ValueKind == JsonValueKind.String)
        {
            foreach (string line in PlainText.Lines(thesis.GetString()!, Indent))
            {
                yield return line;
            }
        }

        if (row.TryGetProperty("evidence", out JsonElement evidence) && evidence.ValueKind == JsonValueKind.Array)
        {
            foreach (string line in evidence.EnumerateArray().SelectMany(e => PlainText.Lines(e.GetString() ?? "", Indent + "- ")))
            {
                yield return line;
            }
        }
    }

    /// <summary>A value as plain text; a dash where there is none.</summary>
    public static string Text(JsonElement item, string name) => !item.TryGetProperty(name, out JsonElement value) ? "-" : value.ValueKind switch
    {
        JsonValueKind.String => PlainText.Of(value.GetString()!),
        JsonValueKind.Null => "-",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Market(JsonElement decision)
    {
        yield return $"market    bid {Text(decision, "bid")}, ask {Text(decision, "ask")}, quoted {Text(decision, "quoteTime")}";
        yield return $"risk      {Text(decision, "riskMoney")} at the stop, {Text(decision, "riskPct")} % of the account";
        JsonElement[] rules = [.. decision.GetProperty("rules").EnumerateArray()];
        JsonElement[] failed = [.. rules.Where(r => Text(r, "status") == "fail")];
        yield return string.Create(CultureInfo.InvariantCulture, $"rules     {rules.Count(r => Text(r, "status") == "pass")} pass, {failed.Length} fail, {rules.Count(r => Text(r, "status") == "not_applicable")} do not apply");
        foreach (JsonElement rule in failed.Concat(rules.Where(r => Text(r, "status") == "pass")))
        {
            yield return $"  {(Text(rule, "status") == "fail" ? "FAIL" : "ok  ")}  {Text(rule, "message")}";
        }
    }

    private static string At(JsonElement order, string name, string before) => Text(order, name) is "-" ? "" : before + Text(order, name);

    private static string By(JsonElement row) => row.TryGetProperty("approvedBy", out JsonElement by) && by.GetArrayLength() > 0
        ? $", approved by {string.Join(", ", by.EnumerateArray().Select(o => PlainText.Of(o.GetString()!)))}"
        : "";
}
