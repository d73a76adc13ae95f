using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>Arguments that a client would call a capability with.</summary>
internal static class PlausibleArguments
{
    // Beyond what is required: without these a call would be refused before it asked for any price.
    private static readonly Dictionary<string, string> Of = new()
    {
        ["compute_indicator"] = """{"symbol":"EURUSD","name":"rsi"}""",
        ["build_features"] = """{"symbol":"EURUSD"}""",
        ["create_alert"] = """{"symbol":"EURUSD","condition":"above","price":1.1}""",
        ["get_pair_analysis"] = """{"symbolA":"EURUSD","symbolB":"GBPUSD"}""",
        ["get_correlation"] = """{"symbols":["EURUSD","GBPUSD"]}""",
        ["test_condition"] = """{"symbols":["EURUSD"],"expression":"rsi(14)<30"}""",
        ["scan_opportunities"] = """{"symbols":["EURUSD","GBPUSD"],"minScore":0}""",
        ["run_backtest"] = """{"symbol":"EURUSD","strategyId":"sma-rsi-baseline"}""",
        ["run_walk_forward"] = """{"symbol":"EURUSD","strategyId":"sma-rsi-baseline"}""",
        ["check_lookahead"] = """{"symbol":"EURUSD","strategyId":"sma-rsi-baseline"}""",
        ["run_parameter_sweep"] = """{"symbol":"EURUSD","strategyId":"sma-cross","grid":{"fast":[5,10]}}""",
        ["paper_run_cycle"] = """{"symbols":["EURUSD"]}""",
        ["paper_place_order"] = Order(""),
        ["check_risk"] = Order(""),
        ["calculate_margin"] = Order(""),
        ["calculate_position_size"] = """{"symbol":"EURUSD","side":"buy","stopLoss":1.09}""",
        ["calculate_risk_of_ruin"] = """{"winPct":50,"rewardRisk":1.5,"riskPct":1}""",
        ["propose_trade"] = Order(""","thesis":"the trend holds","confidence":0.7,"idempotencyKey":"p1" """),
        ["request_live_order"] = Order(""","reason":"the trend holds","idempotencyKey":"r1" """),
        ["get_event_impact"] = """{"symbol":"EURUSD","event":"CPI"}""",
        ["search_news"] = """{"query":"euro"}""",
        ["review_trade"] = """{"tradeId":"ppt_01JGFJJZ000000000000000000"}""",
        ["mt4_execute_trade"] = """{"symbol":"EURUSD","action":"buy","lots":0.1}""",
        ["get_audit_entry"] = """{"seq":1}""",
        ["describe_tool"] = """{"name":"get_quote"}""",
        ["set_watchlist"] = """{"symbols":["EURUSD"]}""",
        ["get_sessions"] = """{"symbol":"EURUSD"}""",
        ["get_trading_state"] = """{"symbol":"EURUSD"}""",
        ["get_economic_calendar"] = """{"minImpact":"low"}""",
        ["paper_modify"] = """{"id":"ppp_01JGFJJZ000000000000000000","stopLoss":1.08}""",
    };

    /// <summary>Arguments of a capability as JSON.</summary>
    /// <param name="name">Which capability.</param>
    /// <param name="example">What the host itself gives as an example of it.</param>
    public static JsonObject For(string name, JsonElement example) => JsonNode.Parse(Of.GetValueOrDefault(name) ?? example.GetRawText())!.AsObject();

    private static string Order(string more) => $$"""{"symbol":"EURUSD","side":"buy","lots":0.1,"stopLoss":1.09,"takeProfit":1.13{{more}}}""";
}
