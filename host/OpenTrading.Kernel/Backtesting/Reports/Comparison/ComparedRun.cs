using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

namespace OpenTrading.Kernel.Backtesting.Reports.Comparison;

/// <summary>What a comparison needs of one run: made from a report, or read from a <c>report.json</c> of earlier.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ComparedRun
{
    /// <summary>Name in the comparison.</summary>
    public required string Name { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Metrics by key, NaN where undefined.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>Equity, oldest first.</summary>
    public required IReadOnlyList<(DateTime Time, double Equity)> Equity { get; init; }

    /// <summary>Settings, nested names joined by dots.</summary>
    public required IReadOnlyList<(string Name, string Value)> Settings { get; init; }

    /// <summary>Fingerprint of the fills.</summary>
    public required string OrderListHash { get; init; }

    /// <summary>Equity before the first bar.</summary>
    public double InitialCash => Metrics["finalEquity"] - Metrics["netProfit"];

    /// <summary>A run that was made just now.</summary>
    public static ComparedRun Of(string name, BacktestReport report)
    {
        EquityCurve curve = report.Run.Curve;
        return new ComparedRun
        {
            Name = name,
            Currency = report.Run.Currency,
            Metrics = MetricCatalog.All.ToDictionary(m => m.Key, m => m.Of(report.Summary), StringComparer.Ordinal),
            Equity = [.. DailyReturns.Ends(curve.Times).Select(i => (curve.TimeOf(i), curve.Equity[i]))],
            Settings = [.. SettingTable.Flat(report)],
            OrderListHash = report.OrderListHash,
        };
    }

    /// <summary>A run whose <c>report.json</c> was kept.</summary>
    /// <param name="name">Name in the comparison.</param>
    /// <param name="report">The document.</param>
    /// <exception cref="FormatException">It is no report of a known layout.</exception>
    public static ComparedRun Read(string name, JsonElement report)
    {
        try
        {
            int version = report.GetProperty("schemaVersion").GetInt32();
            if (version != BacktestReport.SchemaVersion)
            {
                throw new FormatException($"{name}: the report has layout {version}, this program reads {BacktestReport.SchemaVersion}. Run the backtest again.");
            }

            JsonElement summary = report.GetProperty("summary");
            JsonElement strategy = report.GetProperty("strategy");
            return new ComparedRun
            {
                Name = name,
                Currency = report.GetProperty("costs").GetProperty("currency").GetString() ?? "",
                Metrics = MetricCatalog.All.ToDictionary(m => m.Key, m => Number(summary, m.Key), StringComparer.Ordinal),
                Equity = [.. report.GetProperty("equity").EnumerateArray().Select(e => (e.GetProperty("time").GetDateTime().ToUniversalTime(), e.GetProperty("equity").GetDouble()))],
                Settings =
                [
                    .. Flat("strategy." + strategy.GetProperty("name").GetString(), strategy.GetProperty("parameters")), .. Flat("", report.GetProperty("config")),
                ],
                OrderListHash = report.GetProperty("orderListHash").GetString() ?? "",
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"{name} is no report.json of a backtest: {e.Message} Give the file that 'opentrading backtest --report' wrote.", e);
        }
    }

    private static double Number(JsonElement fields, string key) =>
        fields.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;

    private static IEnumerable<(string Name, string Value)> Flat(string name, JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().SelectMany(p => Flat(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.Value))
        : [(name, value.ValueKind == JsonValueKind.Null ? "–" : value.ToString())];
}
