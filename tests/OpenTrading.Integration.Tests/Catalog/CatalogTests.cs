using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>The catalog as it is written against the catalog as a running host serves it.</summary>
public sealed partial class CatalogTests(RestHost host) : IClassFixture<RestHost>
{
    // Toolsets whose every capability is there. The others join as they are built.
    private static readonly string[] Complete = ["system", "market", "analysis", "features", "signals", "risk", "backtest", "paper", "journal", "audit", "mt5", "mt4", "live", "research", "scanner", "alerts"];

    private static readonly Dictionary<char, string> Effects = new() { ['R'] = "read", ['C'] = "compute", ['S'] = "simulate", ['P'] = "propose", ['O'] = "operate" };

    // Possible everywhere, and therefore in no row.
    private static readonly string[] Everywhere =
    [
        "VALIDATION_ERROR", "LIMIT_EXCEEDED", "UNAUTHENTICATED", "NOT_PERMITTED", "RATE_LIMITED", "TIMEOUT", "PLUGIN_ERROR", "INTERNAL_ERROR", "SESSION_REQUIRED", "CANCELLED",
    ];

    // What results may carry anywhere, and therefore in no row.
    private static readonly string[] Common =
    [
        "summary", "source", "asOf", "stale", "marketClosed", "nextCursor", "total", "truncated", "symbol", "brokerSymbol", "timeframe", "currency", "replayed", "unavailable",
    ];

    // What the host says beyond the document.
    private static readonly Dictionary<string, string[]> Additions = new()
    {
        ["analysis_packet"] = ["signals"],
        ["get_audit_entry"] = ["type"],
        ["get_symbol_info"] = ["assetClass"],
        ["get_data_quality"] = ["gapPct", "gapCount", "outlierCount"],
        ["import_bars"] = ["added", "rejectedCount"],
        ["explain_rejection"] = ["orderId"],
        ["get_exposure"] = ["unprotectedPositions"],
        ["get_correlation"] = ["sources"],
        ["render_chart"] = ["content"],
        ["render_backtest_chart"] = ["content"],
        ["get_pair_analysis"] = ["sources"],
        ["start_operator_session"] = ["csrfToken"],
        ["paper_reset"] = ["archivedTrades"],
        ["mt5_status"] = ["pingP99Ms", "missingEvents", "droppedTicks"],
    };

    // What is not known is not invented: these may be absent although the document does not mark them.
    private static readonly Dictionary<string, string[]> Absences = new()
    {
        ["get_quote"] = ["marketClosed"],
        ["analysis_packet"] = ["quote", "regime", "volatility", "sessions"],
        ["get_market_structure"] = ["invalidation"],
        ["get_volatility_profile"] = ["adrPoints", "usedOfAdrPct"],
        ["get_regime"] = ["hurst"],
        ["get_pair_analysis"] = ["halfLifeBars"],
        ["generate_signal"] = ["entry", "stopLoss", "takeProfit", "rewardRisk"],
        ["generate_ensemble_signal"] = ["entry", "stopLoss", "takeProfit"],
        ["market_research"] = ["sentiment"],
        ["evaluate_signals"] = ["rankCorrelation"],
        ["run_backtest"] = ["cagrPct", "sharpe", "sortino", "profitFactor", "winPct", "expectancyR"],
        ["run_parameter_sweep"] = ["plateauScore", "deflatedSharpe"],
        ["run_walk_forward"] = ["efficiency"],
        ["check_overfit"] = ["pbo", "deflatedSharpe", "probabilisticSharpe", "minTrackRecordBars", "haircutPct"],
        ["analyze_cost_sensitivity"] = ["breakEvenMultiplier"],
        ["check_risk"] = ["riskMoney", "riskPct"],
        ["explain_rejection"] = ["nearestPass"],
        ["calculate_margin"] = ["marginLevelAfterPct", "leverage"],
        ["get_trading_state"] = ["dailyLossRemainingPct"],
        ["paper_get_account"] = ["marginLevelPct", "leverage"],
        ["live_get_account"] = ["marginLevelPct", "leverage"],
        ["start_operator_session"] = ["sessionId"],
        ["get_prop_firm_status"] = ["dailyLossLimitPct", "drawdownLimitPct", "targetProgressPct", "consistencyPct", "headroomMoney"],
        ["paper_place_order"] = ["decisionId"],
        ["paper_edge_report"] = ["winPct", "avgR", "expectancyR", "ci95R", "profitFactor", "vsBacktest"],
        ["paper_daily_evaluation"] = ["best", "worst"],
        ["reload_plugin"] = ["oldVersion", "newVersion"],
        ["review_trade"] = ["plan", "r", "maeR", "mfeR", "efficiencyPct", "slippagePoints"],
        ["get_audit_entry"] = ["outcome"],
        ["mt5_status"] = ["serverOffsetS"],
        ["mt5_get_terminal_info"] = ["dllsAllowed"],
        ["mt5_list_symbols"] = ["spreadPoints", "tradeMode"],
    };

    [DocumentFact(CatalogDocument.File)]
    public async Task Served_BuiltToolsets_AreAsWritten()
    {
        CatalogDocument document = CatalogDocument.Read();
        var differences = new List<string>();
        foreach (string toolset in Complete)
        {
            (_, JsonElement found) = await host.GetAsync($"/tools/find?toolset={toolset}&limit=50");
            string[] served = [.. found.GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()!)];
            CatalogRow[] written = [.. document.Rows.Where(r => r.Toolset == toolset)];
            differences.AddRange(written.Where(r => !served.Contains(r.Name)).Select(r => $"{r.Name} is missing"));
            differences.AddRange(served.Except(written.Select(r => r.Name)).Select(name => $"{name} is in no table"));
            foreach (CatalogRow row in written.Where(r => served.Contains(r.Name)))
            {
                (_, JsonElement tool) = await host.GetAsync($"/tools/{row.Name}");
                differences.AddRange(Differences(row, tool).Select(d => $"{row.Name}: {d}"));
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [DocumentFact(CatalogDocument.File)]
    public void Document_ItsCounts_AreThoseOfItsTables()
    {
        CatalogDocument document = CatalogDocument.Read();

        string[] counted = [.. document.Rows.GroupBy(r => r.Toolset).Select(g => $"{g.Key} {g.Count()} ({Letters(g)})")];
        Assert.Equal(string.Join(" · ", counted) + ".", Line().Match(document.Counts).Value);

        int Count(char effect) => document.Rows.Count(r => r.Effect == effect);
        int data = Count('R') + Count('C') + 1;
        int paper = data + Count('S') - 1;
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"Total {document.Rows.Count}: {Count('R')} R, {Count('C')} C, {Count('S')} S, {Count('P')} P, {Count('O')} O. MCP tools: data-only **{data}** (R + C + stop_trading), paper **{paper}** (+ S), live **{paper + Count('P')}** (+ P)."),
            document.Counts,
            StringComparison.Ordinal);
    }

    private static string Letters(IEnumerable<CatalogRow> rows) =>
        string.Join(' ', "RCSPO".Where(letter => rows.Any(r => r.Effect == letter)).Select(letter => $"{rows.Count(r => r.Effect == letter)}{letter}"));

    private static IEnumerable<string> Differences(CatalogRow row, JsonElement tool)
    {
        string Text(string name) => tool.GetProperty(name).GetString()!;
        if (Text("effect") != Effects[row.Effect])
        {
            yield return $"its effect is {Text("effect")}, not {Effects[row.Effect]}";
        }

        if (Text("route") != row.Route)
        {
            yield return $"its route is {Text("route")}, not {row.Route}";
        }

        string[] errors = [.. tool.GetProperty("errors").EnumerateArray().Select(e => e.GetString()!)];
        foreach (string difference in Differences("error", row.Errors.Except(Everywhere), errors.Except(Everywhere)).Concat(Arguments(row, tool)).Concat(Results(row, tool)).Concat(Descriptions(row, tool)))
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> Arguments(CatalogRow row, JsonElement tool)
    {
        JsonElement schema = tool.GetProperty("inputSchema");
        JsonElement properties = schema.GetProperty("properties");
        string[] required = schema.TryGetProperty("required", out JsonElement names) ? [.. names.EnumerateArray().Select(n => n.GetString()!)] : [];
        return Differences("parameter", row.Parameters.Select(p => p.Name), properties.EnumerateObject().Select(p => p.Name))
            .Concat(row.Parameters.Where(p => properties.TryGetProperty(p.Name, out _)).SelectMany(p => p.Differences(properties.GetProperty(p.Name))))
            .Concat(row.Parameters.Where(p => properties.TryGetProperty(p.Name, out _) && p.IsOptional == required.Contains(p.Name)).Select(p => $"{p.Name} is {(p.IsOptional ? "required" : "optional")}"));
    }

    private static IEnumerable<string> Results(CatalogRow row, JsonElement tool)
    {
        if (row.Fields is null)
        {
            return [];
        }

        JsonElement schema = tool.GetProperty("outputSchema").GetProperty("properties");
        JsonElement result = row.Effect == 'C' && schema.TryGetProperty("result", out JsonElement ofJob) ? ofJob.GetProperty("properties") : schema;
        string[] served = [.. result.EnumerateObject().Select(p => p.Name)];
        string[] known = [.. Common, .. row.Parameters.Select(p => p.Name), .. Additions.GetValueOrDefault(row.Name, [])];
        return Differences("field", row.Fields.Keys, served.Where(f => row.Fields.ContainsKey(f) || !known.Contains(f)))
            .Concat(row.Fields.Where(f => !f.Value && !Absences.GetValueOrDefault(row.Name, []).Contains(f.Key) && result.TryGetProperty(f.Key, out JsonElement field) && MayBeNull(field)).Select(f => $"field {f.Key} may be absent"));
    }

    // Every description is sent to every client with every list: what the conventions explain is not explained again.
    private static IEnumerable<string> Descriptions(CatalogRow row, JsonElement tool)
    {
        if (tool.GetProperty("description").GetString() is not { Length: > 0 and <= 160 })
        {
            yield return "its description is missing, or longer than 160 characters";
        }

        JsonElement properties = tool.GetProperty("inputSchema").GetProperty("properties");
        foreach (CatalogParameter parameter in row.Parameters.Where(p => properties.TryGetProperty(p.Name, out _)))
        {
            string description = properties.GetProperty(parameter.Name).TryGetProperty("description", out JsonElement text) ? text.GetString()! : "";
            if (description.Length > (parameter.IsShorthand ? 0 : 30))
            {
                yield return $"the description of {parameter.Name} has {description.Length} characters";
            }
        }
    }

    private static bool MayBeNull(JsonElement field) => field.ValueKind == JsonValueKind.Object && field.TryGetProperty("type", out JsonElement type)
        && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(t => t.GetString() == "null");

    private static IEnumerable<string> Differences(string what, IEnumerable<string> written, IEnumerable<string> served) =>
        written.Except(served).Select(w => $"{what} {w} is missing").Concat(served.Except(written).Select(s => $"{what} {s} is in no table"));

    [GeneratedRegex(@"^system .*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
