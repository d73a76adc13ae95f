using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Scanner.Scans;

/// <summary>What scans found before, and what became of it.</summary>
/// <param name="archive">The scans.</param>
/// <param name="context">The bars after them.</param>
/// <param name="paging">Hands out long lists in parts.</param>
internal sealed class HistoryCapabilities(ScanArchive archive, IPluginContext context, Paging paging)
{
    private const string Name = "list_opportunities";

    /// <summary>Opportunities of the past.</summary>
    [Capability(Name, "scanner", Effect.Read, "GET /opportunity")]
    [Description("What scans found, newest first, and what became of it.")]
    public OpportunitiesResult ListOpportunities(
        ICallContext call,
        [Range(0.0, 100.0)] double minScore = 0,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 20,
        string? cursor = null)
    {
        TimeSpans.Require(from, to);
        Paging.RequireRows(call, limit);
        (KeptScan Scan, KeptOpportunity Kept)[] all =
        [
            .. archive.All.Reverse()
                .SelectMany(s => s.Opportunities.Select(o => (Scan: s, Kept: o)))
                .DistinctBy(o => o.Kept.Opportunity.OpportunityId)
                .Where(o => o.Kept.Opportunity.Score >= minScore && !(o.Scan.Time < from) && !(o.Scan.Time >= to)),
        ];
        Page<(KeptScan Scan, KeptOpportunity Kept)> page = paging.CutAfter(all, o => o.Kept.Opportunity.OpportunityId, limit, cursor, Paging.Query(Name, minScore, from, to));
        SignalOutcome?[] outcomes = new OutcomeReader(context.Market).Of([.. page.Items.Select(o => AsSignal(o.Scan, o.Kept))]);
        PastOpportunity[] shown = [.. page.Items.Zip(outcomes, (o, outcome) => new PastOpportunity(o.Kept.Opportunity, o.Scan.ScanId, o.Scan.Time, StateOf(outcome)))];
        return new OpportunitiesResult
        {
            Summary = $"{page.Total} opportunities; of the {shown.Length} shown {Count(shown, OpportunityState.HitTarget)} reached their target, {Count(shown, OpportunityState.HitStop)} their stop, {Count(shown, OpportunityState.Open)} are open.",
            AsOf = context.Market.Now,
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
            Opportunities = shown,
        };
    }

    private static int Count(PastOpportunity[] shown, OpportunityState state) => shown.Count(o => o.State == state);

    private static OpportunityState? StateOf(SignalOutcome? outcome) => outcome?.State switch
    {
        OutcomeState.Target => OpportunityState.HitTarget,
        OutcomeState.Stop => OpportunityState.HitStop,
        OutcomeState.Expired or OutcomeState.Unfilled => OpportunityState.Expired,
        OutcomeState.Open => OpportunityState.Open,
        _ => null,
    };

    private static RecordedSignal AsSignal(KeptScan scan, KeptOpportunity kept)
    {
        Opportunity opportunity = kept.Opportunity;
        return new RecordedSignal
        {
            SignalId = opportunity.OpportunityId,
            Time = scan.Time,
            Kind = SignalKind.Opportunity,
            Symbol = opportunity.Symbol,
            Source = opportunity.Source,
            Timeframe = kept.Timeframe,
            StrategyId = scan.Preset,
            BarTime = kept.BarTime,
            Side = opportunity.Direction == TradeDirection.Long ? OrderSide.Buy : OrderSide.Sell,
            Entry = opportunity.Entry,
            StopLoss = opportunity.StopLoss,
            TakeProfit = opportunity.TakeProfit,
        };
    }
}
