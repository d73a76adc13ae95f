using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Paper.Ordering;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Signals.Generation;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Signals.Strategies;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Cycles;

/// <summary>Asks a strategy about many symbols and trades what it says on paper: planned and sized as a session does, through the same gate.</summary>
/// <param name="paper">The account.</param>
/// <param name="orders">How calls become orders.</param>
/// <param name="decisions">What the gate said.</param>
/// <param name="strategies">The strategies.</param>
/// <param name="signals">Where signals are recorded.</param>
/// <param name="lists">The watchlists.</param>
/// <param name="sizer">How much is traded.</param>
/// <param name="journal">Has whose idea an order is before the order.</param>
public sealed class CycleCapabilities(
    PaperDesk paper, PaperOrders orders, RiskDecisions decisions, IStrategyCatalog strategies, SignalDesk signals, IWatchlists lists, ISizer sizer, IJournal journal)
{
    private const int MostSymbols = 50;

    private readonly SignalGenerator _generator = new(paper.Market);

    /// <summary>One round.</summary>
    [Capability("paper_run_cycle", "paper", Effect.Simulate, "POST /paper/cycle", RaisesRisk = true, Errors =
    [
        ErrorCode.KillSwitchActive, ErrorCode.RiskRejected, ErrorCode.StaleData, ErrorCode.MarketClosed, ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.Conflict, ErrorCode.NotFound,
    ])]
    [Description("Trades what a strategy says on paper, each signal once. dryRun only asks the gate.")]
    public async Task<CycleResult> PaperRunCycle(
        ICallContext call,
        [StringLength(MostSymbols)] string[]? symbols = null,
        Timeframe timeframe = Timeframe.H1,
        [StringLength(64), Description("see list_strategies")] string strategyId = "sma-rsi-baseline",
        bool dryRun = true,
        string? idempotencyKey = null)
    {
        StrategyOffer offer = strategies.Require(strategyId);
        string[] names = [.. (symbols is { Length: > 0 } ? symbols : lists.Find() ?? []).Distinct(StringComparer.OrdinalIgnoreCase)];
        var round = new CycleRound(orders, decisions, dryRun);
        List<Unavailable> missing = [];
        foreach (string name in names)
        {
            call.CancellationToken.ThrowIfCancellationRequested();
            try
            {
                Instrument instrument = paper.Tradable(name);
                Act(call.Caller.Actor, round, instrument, _generator.Run(offer, new Dictionary<string, string>(), paper.Market.Resolve(name), timeframe), dryRun);
            }
            catch (CapabilityException none) when (none.Code is ErrorCode.SymbolUnknown or ErrorCode.DataUnavailable or ErrorCode.InsufficientHistory)
            {
                missing.Add(new Unavailable(name, none.Message));
            }
        }

        await orders.SettleAsync(round.Waiting, call.CancellationToken).ConfigureAwait(false);
        return paper.Do(_ => Answer(round, missing, offer.Id, names.Length, dryRun));
    }

    private CycleResult Answer(CycleRound round, List<Unavailable> missing, string strategyId, int asked, bool dryRun)
    {
        (IReadOnlyList<CycleOrder> placed, IReadOnlyList<CycleOrder> closed) = (round.Placed, round.Closed);
        PriceStamp stamp = paper.Stamp();
        return new CycleResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{strategyId} on {asked} symbols: {round.Signals.Count(s => s.Action != SignalVerb.None)} signals; {placed.Count} entries and {closed.Count} closes {(dryRun ? "would pass (dry run)" : "placed")}, {round.Rejected.Count} refused, {missing.Count} symbols without data."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            Signals = round.Signals,
            Placed = placed,
            Rejected = round.Rejected,
            Closed = closed,
            Unavailable = missing,
        };
    }

    private void Act(string actor, CycleRound round, Instrument instrument, Verdict verdict, bool dryRun)
    {
        SignalDraft draft = SignalDrafts.Of(verdict.Bars, verdict.Strategy.Id, verdict.Signal, verdict.Reasons);
        RecordedSignal recorded = signals.Record(actor, draft, new SignalExplanation(verdict.Reasons, verdict.Inputs, verdict.Rules, []), verdict.Parameters, verdict.Strategy.Sha256);
        string? skipped = verdict.Signal is null ? null : paper.Do(desk => Trade(desk, actor, round, instrument, verdict, recorded.SignalId, dryRun));
        round.Signals.Add(new CycleSignal(
            instrument.Symbol,
            recorded.SignalId,
            draft.Side switch { OrderSide.Buy => SignalVerb.Buy, OrderSide.Sell => SignalVerb.Sell, _ => SignalVerb.None },
            draft.Confidence,
            draft.BarTime,
            draft.Reasons[0],
            string.IsNullOrEmpty(skipped) ? null : skipped));
    }

    private string Trade(TradingDesk desk, string actor, CycleRound round, Instrument instrument, Verdict verdict, string signalId, bool dryRun)
    {
        // The same signal of the same bar is acted upon once, however often the round is run.
        string prefix = $"cycle.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signalId)).AsSpan(0, 12))}";
        var planner = new OrderPlanner(instrument, sizer);
        IReadOnlyList<OrderIntent> intents = planner.Plan(
            verdict.Signal!, actor, prefix, desk.Broker.Quote(instrument.Symbol)!, desk.Broker.Snapshot(), new CurrencyConverter(desk.Broker.Quote), out string skipped);
        if (intents.Any(i => desk.Ledger.ByKey(actor, i.IdempotencyKey) is not null))
        {
            return "this bar's signal was acted upon before";
        }

        foreach (OrderIntent intent in intents)
        {
            if (!dryRun && intent.Kind == OrderKind.Open)
            {
                journal.Append(actor, ExitRecords.Declared, ExitRecords.Declare(intent.IdempotencyKey, verdict.Strategy.Id, null), Durability.Durable);
            }

            round.Take(desk, intent);
        }

        return skipped;
    }
}
