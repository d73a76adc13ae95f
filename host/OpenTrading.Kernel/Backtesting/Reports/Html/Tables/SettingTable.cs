using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>Every setting, parameters first.</summary>
internal sealed class SettingTable : IReportPart
{
    public Markup? Render(BacktestReport report)
    {
        var table = new HtmlTable(new TableColumn("Setting", true), new TableColumn("Value", true));
        foreach ((string name, string value) in Flat(report))
        {
            table.Row().Cell(name).Cell(value, "wrap");
        }

        return Frame.Card("settings", "Settings", table.Render());
    }

    /// <summary>The settings of a report, nested names joined by dots.</summary>
    public static IEnumerable<(string Name, string Value)> Flat(BacktestReport report) =>
        Flat("strategy." + report.Strategy.Name, report.Strategy.Parameters).Concat(Flat("", report.Config));

    private static IEnumerable<(string Name, string Value)> Flat(string name, JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Flat(name.Length == 0 ? f.Key : $"{name}.{f.Key}", f.Value)),
        JsonArray elements => [(name, string.Join(", ", elements.Select(Text)))],
        _ => [(name, Text(node))],
    };

    private static string Text(JsonNode? node) => node is null ? "–" : node.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        _ => node is JsonValue value && value.TryGetValue(out double number) && !double.IsFinite(number) ? "–" : node.ToJsonString(),
    };
}
