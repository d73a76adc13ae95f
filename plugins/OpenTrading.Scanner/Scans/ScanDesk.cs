using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Scanner.Scans;

/// <summary>Scans and keeps what it finds: in the archive for the list, and as recorded signals for whoever judges those.</summary>
/// <param name="context">Signals and the plugin's file.</param>
/// <param name="readings">Reads markets.</param>
/// <param name="archive">Where scans are kept.</param>
internal sealed class ScanDesk(IPluginContext context, MarketReadings readings, ScanArchive archive)
{
    private const string Maker = "scan:";

    private readonly MarketScan _scan = new(readings);

    /// <summary>Scans markets.</summary>
    /// <param name="symbols">Names, with or without a source.</param>
    /// <param name="timeframes">Timeframes.</param>
    /// <param name="preset">What counts.</param>
    /// <param name="minScore">Lowest score that is an opportunity, 0 to 100.</param>
    /// <param name="limit">Most opportunities.</param>
    /// <param name="progress">Where it says how far it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ScanOutcome Scan(
        IReadOnlyList<string> symbols, IReadOnlyList<Timeframe> timeframes, Preset preset, double minScore, int limit, IProgress<JobProgress> progress, CancellationToken cancellationToken)
    {
        DateTime now = readings.Market.Now;
        (IReadOnlyList<FoundOpportunity> all, IReadOnlyList<Unavailable> unavailable) = _scan.Run(symbols, timeframes, preset, progress, cancellationToken);
        FoundOpportunity[] found = [.. all.Where(f => f.Opportunity.Score >= minScore).Take(limit)];
        foreach (FoundOpportunity one in found)
        {
            Record(one, preset);
        }

        return new ScanOutcome(archive.Keep(now, preset.Name, found), all, found, unavailable);
    }

    private void Record(FoundOpportunity found, Preset preset)
    {
        Opportunity opportunity = found.Opportunity;
        try
        {
            context.Signals.Record(new SignalDraft
            {
                Kind = SignalKind.Opportunity,
                Symbol = found.Symbol,
                Timeframe = found.Timeframe,
                StrategyId = Maker + preset.Name,
                BarTime = found.BarTime,
                Side = opportunity.Direction == TradeDirection.Long ? OrderSide.Buy : OrderSide.Sell,
                Confidence = opportunity.Score / 100,
                Entry = opportunity.Entry,
                StopLoss = opportunity.StopLoss,
                TakeProfit = opportunity.TakeProfit,
                Reasons = opportunity.Reasons,
            });
        }
        catch (CapabilityException none) when (none.Code == ErrorCode.NotSupported)
        {
            // A command without a running host scans as well; there is no record to add to.
        }
    }
}
