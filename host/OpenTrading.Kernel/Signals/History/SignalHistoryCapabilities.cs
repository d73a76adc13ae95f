using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Signals;

namespace OpenTrading.Kernel.Signals.History;

/// <summary>Signals of the past: what they rested on, and what became of them.</summary>
/// <param name="market">Prices, to see what became of them.</param>
/// <param name="desk">The signals.</param>
/// <param name="paging">Whose cursors.</param>
public sealed class SignalHistoryCapabilities(IMarketData market, SignalDesk desk, Paging paging)
{
    private const string ListName = "list_signals";

    private readonly OutcomeReader _outcomes = new(market);

    /// <summary>What a signal rests on.</summary>
    [Capability("explain_signal", "signals", Effect.Read, "GET /signals/{signalId}/explain", Errors = [ErrorCode.NotFound])]
    [Description("What a signal rests on: values, rules, their share, what would have changed it.")]
    public ExplanationResult ExplainSignal(string signalId)
    {
        (RecordedSignal signal, SignalExplanation explanation) = desk.Explain(signalId);
        return ExplanationResult.Of(signal, explanation, market.Now);
    }

    /// <summary>Signals of the past.</summary>
    [Capability(ListName, "signals", Effect.Read, "GET /signals")]
    [Description("Recorded signals, newest first, with what became of each.")]
    public SignalsResult ListSignals(
        ICallContext call,
        string? symbol = null,
        [Description("Of this strategy")] string? strategyId = null,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 30,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        TimeSpans.Require(from, to);
        RecordedSignal[] found =
        [
            .. desk.Book.Newest.Where(s => (symbol is null || s.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase)) && (strategyId is null || s.StrategyId == strategyId)
                && (from is null || s.Time >= from) && (to is null || s.Time < to)),
        ];
        Page<RecordedSignal> page = paging.CutAfter(found, s => s.SignalId, limit, cursor, Paging.Query(ListName, symbol, strategyId, from?.Ticks, to?.Ticks));
        return new SignalsResult
        {
            Summary = $"{found.Length} signals: {found.Count(s => s.Side is not null)} to buy or sell, {found.Count(s => s.Side is null)} to do nothing.",
            AsOf = market.Now,
            Signals = [.. page.Items.Select(s => SignalRow.Of(s, _outcomes.Of(s)))],
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }
}
