using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>A capability's answer that can be read by URI: the template's variables are its arguments.</summary>
/// <param name="UriTemplate">URI template.</param>
/// <param name="Name">Short name.</param>
/// <param name="Capability">The capability that answers.</param>
/// <param name="Fixed">Arguments that do not stand in the URI, as JSON.</param>
/// <param name="IsLive">Whether clients may ask to be told when it changes.</param>
internal sealed record DeskResource(string UriTemplate, string Name, string Capability, string Fixed = "{}", bool IsLive = false)
{
    private const string Scheme = "opentrading://";

    /// <summary>Media type of what is read.</summary>
    public string MimeType { get; init; } = "application/json";

    /// <summary>Makes the arguments of the variables where they are not the same.</summary>
    public Func<IReadOnlyDictionary<string, string>, JsonObject>? Ask { get; init; }

    /// <summary>Makes text of the answer where it is not read as it is.</summary>
    public Func<JsonElement, string>? Render { get; init; }

    /// <summary>Everything that can be read, a line each. One whose capability is not there, or not for this caller, does not show.</summary>
    public static readonly IReadOnlyList<DeskResource> All =
    [
        new(Scheme + "quote/{symbol}", "quote", "get_quote", IsLive: true),
        new(Scheme + "bars/{symbol}/{timeframe}", "bars", "get_market_bars"),
        new(Scheme + "symbol/{symbol}", "symbol", "get_symbol_info"),
        new(Scheme + "packet/{symbol}", "packet", "analysis_packet"),
        new(Scheme + "state/trading", "trading state", "get_trading_state", IsLive: true),
        new(Scheme + "watchlist/{name}", "watchlist", "get_watchlist"),
        new(Scheme + "strategy/{strategyId}", "strategy", "list_strategies"),
        new(Scheme + "backtest/{runId}/report", "backtest report", "get_backtest_report") { MimeType = "text/markdown", Render = BacktestPages.Report },
        new(Scheme + "backtest/{runId}/trades.csv", "backtest trades", "get_backtest_trades", """{"limit":1000}""") { MimeType = "text/csv", Render = BacktestPages.Trades },
        new(Scheme + "backtest/{runId}/equity.csv", "backtest equity", "get_backtest_equity", """{"points":1000}""") { MimeType = "text/csv", Render = BacktestPages.Equity },
        new(Scheme + "model/{modelId}", "model", "list_models"),
        new(Scheme + "job/{jobId}", "job", "get_job_result", """{"waitS":0}""", IsLive: true),
        new(Scheme + "alerts/fired", "fired alerts", "list_alerts", """{"status":"fired"}""", IsLive: true),
        new(Scheme + "paper/account", "paper account", "paper_get_account", IsLive: true),
        new(Scheme + "journal/{date}", "journal of a day", "list_journal_entries") { MimeType = "text/markdown", Ask = JournalPage.Ask, Render = JournalPage.Render },
        new(Scheme + "audit/checkpoint", "audit checkpoint", "get_audit_checkpoint"),
        new(Scheme + "indicators", "indicators", "list_indicators"),
    ];

    /// <summary>The arguments of a call.</summary>
    /// <exception cref="OpenTrading.Sdk.Capabilities.CapabilityException">A variable is none of its kind.</exception>
    public JsonElement Arguments(IReadOnlyDictionary<string, string> variables)
    {
        if (Ask is not null)
        {
            return JsonSerializer.SerializeToElement(Ask(variables));
        }

        JsonObject arguments = JsonNode.Parse(Fixed)!.AsObject();
        foreach ((string name, string value) in variables)
        {
            arguments[name] = value;
        }

        return JsonSerializer.SerializeToElement(arguments);
    }
}
