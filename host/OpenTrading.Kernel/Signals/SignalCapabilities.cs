using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Kernel.Signals.Generation;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Signals;

/// <summary>What strategies think of a market now. A signal is recorded, and never an order.</summary>
/// <param name="market">Prices.</param>
/// <param name="day">Where the broker's day begins.</param>
/// <param name="strategies">The strategies.</param>
/// <param name="desk">Where signals are recorded.</param>
/// <param name="limits">The limits in force, for the confidence that the gate asks for.</param>
public sealed class SignalCapabilities(IMarketData market, BrokerDay day, IStrategyCatalog strategies, SignalDesk desk, RiskLimits limits)
{
    private const int MostVoters = 20;

    private readonly SignalGenerator _generator = new(market);

    /// <summary>The signal of one strategy.</summary>
    [Capability("generate_signal", "signals", Effect.Read, "POST /signal/generate", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("What one strategy says at the newest closed bar, with levels and reasons; never an order.")]
    public SignalResult GenerateSignal(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Description("See list_strategies")] string strategyId = "sma-rsi-baseline",
        [Description("Values by name; others default")] JsonElement? parameters = null)
    {
        Verdict verdict = _generator.Run(strategies.Require(strategyId), Argument.Values(nameof(parameters), parameters), market.Resolve(symbol), timeframe);
        SignalDraft draft = SignalDrafts.Of(verdict.Bars, strategyId, verdict.Signal, verdict.Reasons);
        RecordedSignal recorded = desk.Record(
            call.Caller.Actor, draft, new SignalExplanation(verdict.Reasons, verdict.Inputs, verdict.Rules, []), verdict.Parameters, verdict.Strategy.Sha256);
        DataStamp stamp = verdict.Bars.StampAt(market.Now, day);
        return new SignalResult
        {
            Summary = $"{strategyId} on {draft.Symbol.Instrument.Symbol} {timeframe}: {InWords(draft)}",
            Source = draft.Symbol.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = draft.Symbol.Instrument.Symbol,
            BrokerSymbol = draft.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            StrategyId = strategyId,
            SignalId = recorded.SignalId,
            Action = Verb(draft.Side),
            Confidence = draft.Confidence,
            Entry = draft.Entry,
            StopLoss = draft.StopLoss,
            TakeProfit = draft.TakeProfit,
            RewardRisk = draft.RewardRisk,
            Reasons = draft.Reasons,
            BarTime = draft.BarTime,
            BelowThreshold = draft.Side is not null && (decimal)draft.Confidence < (limits.Number("min_signal_confidence", "value") ?? 0),
        };
    }

    /// <summary>The signal of several strategies.</summary>
    [Capability("generate_ensemble_signal", "signals", Effect.Read, "POST /signal/ensemble", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("What several strategies say together at the newest closed bar, with votes. Default: the session's.")]
    public EnsembleResult GenerateEnsembleSignal(
        ICallContext call,
        string symbol,
        Timeframe timeframe = Timeframe.H1,
        [Description("See list_strategies")] string[]? strategyIds = null,
        [Description("How votes are counted")] EnsembleMethod method = EnsembleMethod.Weighted)
    {
        string[] ids = [.. (strategyIds is { Length: > 0 } ? strategyIds : strategies.Voting).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            throw Argument.Refuse("strategyIds", "the session runs no strategy; name some of list_strategies");
        }

        if (ids.Length > MostVoters)
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"{ids.Length} strategies are asked; {MostVoters} are the most", "Ask fewer.");
        }

        MarketSymbol resolved = market.Resolve(symbol);
        StrategyOffer[] offers = [.. ids.Select(strategies.Require)];
        Verdict[] verdicts = [.. offers.Select(o => _generator.Run(o, new Dictionary<string, string>(), resolved, timeframe))];
        Vote[] votes = [.. verdicts.Where(v => v.Signal is not null).Select(v => new Vote(v.Strategy.Id, v.Signal!))];
        IVotingMethod voting = VotingMethods.Find(method == EnsembleMethod.Vote ? "majority" : method.ToString().ToLowerInvariant())!;
        MarketBars read = verdicts[0].Bars;
        Decision? decision = votes.Length == 0 ? null : new Ensemble(voting, ids.Length).Decide(read.Latest.Time, resolved.Instrument.Symbol, votes);
        Signal? winner = decision?.Signal is { Action: not SignalAction.Exit } won ? won : null;
        string[] reasons = winner is not null ? [winner.Reason] : [decision?.Tally.Why ?? "no strategy asks for an entry on this bar"];
        SignalDraft draft = SignalDrafts.Of(read, $"ensemble:{voting.Name}", winner, reasons);
        CastVote[] cast = [.. verdicts.Select(v => new CastVote(v.Strategy.Id, Verb(SignalDrafts.SideOf(v.Signal)), v.Signal?.Confidence ?? 0, 1))];
        var explanation = new SignalExplanation(
            reasons,
            verdicts.SelectMany(v => v.Inputs.Select(i => KeyValuePair.Create($"{v.Strategy.Id}: {i.Key}", i.Value))).ToDictionary(),
            [.. verdicts.SelectMany(v => v.Rules.Select(r => r with { StrategyId = v.Strategy.Id }))],
            cast);
        RecordedSignal recorded = desk.Record(
            call.Caller.Actor, draft, explanation, [.. verdicts.Select(v => KeyValuePair.Create(v.Strategy.Id, string.Join(' ', v.Parameters.Select(p => $"{p.Key}={p.Value}"))))], string.Join(' ', offers.Select(o => o.Sha256)));
        DataStamp stamp = read.StampAt(market.Now, day);
        return new EnsembleResult
        {
            Summary = $"{ids.Length} strategies ({voting.Name}) on {resolved.Instrument.Symbol} {timeframe}: {InWords(draft)}",
            Source = resolved.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = resolved.Instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            Timeframe = timeframe,
            SignalId = recorded.SignalId,
            Action = Verb(draft.Side),
            Confidence = draft.Confidence,
            AgreementPct = Math.Round(100.0 * cast.Count(v => v.Action == Verb(draft.Side)) / cast.Length, 1),
            Votes = cast,
            Entry = draft.Entry,
            StopLoss = draft.StopLoss,
            TakeProfit = draft.TakeProfit,
        };
    }

    private static SignalVerb Verb(OrderSide? side) => side switch
    {
        OrderSide.Buy => SignalVerb.Buy,
        OrderSide.Sell => SignalVerb.Sell,
        _ => SignalVerb.None,
    };

    private static string InWords(SignalDraft draft) => draft.Side is null
        ? $"no entry; {draft.Reasons[0]}."
        : string.Create(CultureInfo.InvariantCulture, $"{Verb(draft.Side).ToString().ToLowerInvariant()} with confidence {draft.Confidence:0.##}; {draft.Reasons[0]}.");
}
