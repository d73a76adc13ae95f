using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>A kept backtest as a page to read, and as tables for other programs.</summary>
internal static class BacktestPages
{
    private static readonly string[] TradeColumns = ["n", "symbol", "side", "openedAt", "closedAt", "entry", "exit", "lots", "pnl", "r", "maeR", "mfeR", "exitReason", "costs"];

    /// <summary>The report.</summary>
    /// <param name="record">What <c>get_backtest_report</c> answered.</param>
    public static string Report(JsonElement record)
    {
        var page = new StringBuilder($"# {Text(record, "strategyId")} on {Text(record, "symbol")} {Text(record, "timeframe")}\n\n{Text(record, "summary")}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{Text(record, "bars")} bars of {Text(record, "source")}, {Text(record, "from")[..10]} to {Text(record, "to")[..10]}, account in {Text(record, "currency")}.\n");
        foreach (JsonElement warning in record.GetProperty("warnings").EnumerateArray())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n> {warning.GetString()}\n");
        }

        Members(page, "Parameters", record.GetProperty("parameters"));
        Members(page, "Metrics", record.GetProperty("metrics"));
        Members(page, "Costs and assumptions", record.GetProperty("costModel"));
        Members(page, "Streaks", record.GetProperty("streaks"));
        Table(page, "Sides", [.. record.GetProperty("longShort").EnumerateObject().Select(s => (s.Name, s.Value))]);
        Table(page, "Years", record.GetProperty("byYear"));
        Table(page, "Months", record.GetProperty("byMonth"));
        Table(page, "Weekdays", record.GetProperty("byWeekday"));
        Table(page, "Deepest drawdowns", record.GetProperty("drawdowns"));
        return page.Append(CultureInfo.InvariantCulture, $"\n{Text(record, "trialsSoFar")} runs were made on these prices so far. Order list `{Text(record, "orderListHash")}`, prices `{Text(record, "dataHash")}`.\n").ToString();
    }

    /// <summary>The trades, oldest first. A resource holds a thousand; the last line says where more are.</summary>
    /// <param name="record">What <c>get_backtest_trades</c> answered.</param>
    public static string Trades(JsonElement record)
    {
        var csv = new StringBuilder().AppendJoin(',', TradeColumns).Append('\n');
        foreach (JsonElement trade in record.GetProperty("trades").EnumerateArray().Reverse())
        {
            csv.AppendJoin(',', TradeColumns.Select(c => Text(trade, c))).Append('\n');
        }

        return record.TryGetProperty("nextCursor", out _) ? csv.Append(CultureInfo.InvariantCulture, $"# the newest of {Text(record, "total")} trades; ask get_backtest_trades for the rest\n").ToString() : csv.ToString();
    }

    /// <summary>The equity, oldest first.</summary>
    /// <param name="record">What <c>get_backtest_equity</c> answered.</param>
    public static string Equity(JsonElement record)
    {
        var csv = new StringBuilder().AppendJoin(',', record.GetProperty("columns").EnumerateArray().Select(c => c.GetString())).Append('\n');
        foreach (JsonElement row in record.GetProperty("rows").EnumerateArray())
        {
            csv.AppendJoin(',', row.EnumerateArray().Select(Plain)).Append('\n');
        }

        return csv.ToString();
    }

    private static void Members(StringBuilder page, string title, JsonElement of)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        foreach (JsonProperty member in of.EnumerateObject())
        {
            page.Append(CultureInfo.InvariantCulture, $"- {member.Name}: {Plain(member.Value)}\n");
        }
    }

    private static void Table(StringBuilder page, string title, JsonElement rows) => Table(page, title, [.. rows.EnumerateArray().Select(r => ("", r))]);

    private static void Table(StringBuilder page, string title, IReadOnlyList<(string Name, JsonElement Row)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        string[] columns = [.. rows.SelectMany(r => r.Row.EnumerateObject().Select(m => m.Name)).Distinct()];
        bool isNamed = rows[0].Name.Length > 0;
        string rule = string.Concat(Enumerable.Repeat("-|", columns.Length + (isNamed ? 1 : 0)));
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n|{(isNamed ? "|" : "")}").AppendJoin('|', columns).Append(CultureInfo.InvariantCulture, $"|\n|{rule}\n");
        foreach ((string name, JsonElement row) in rows)
        {
            page.Append('|').Append(isNamed ? name + "|" : "").AppendJoin('|', columns.Select(c => Text(row, c))).Append("|\n");
        }
    }

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out JsonElement value) ? Plain(value) : "";

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "" : value.ToString();
}
