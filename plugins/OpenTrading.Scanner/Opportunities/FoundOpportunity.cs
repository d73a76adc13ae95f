using System.Security.Cryptography;
using System.Text;
using OpenTrading.Scanner.Confluence;
using OpenTrading.Scanner.Markets;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Opportunities;

/// <summary>An opportunity with what it was read from.</summary>
/// <param name="Opportunity">The opportunity.</param>
/// <param name="Symbol">Instrument and source.</param>
/// <param name="Timeframe">Timeframe of the entry.</param>
/// <param name="BarTime">UTC opening time of the newest bar of it.</param>
/// <param name="Stamp">How old that bar is.</param>
internal sealed record FoundOpportunity(Opportunity Opportunity, MarketSymbol Symbol, Timeframe Timeframe, DateTime BarTime, DataStamp Stamp)
{
    /// <summary>What a market offers under a preset: the direction that scores more, planned.</summary>
    public static FoundOpportunity Of(MarketReading market, Preset preset)
    {
        var score = new ConfluenceScore(market, preset);
        SideScore side = score[score.Best];
        TradePlan plan = TradePlan.Of(market, score.Best, preset);
        BarSeries bars = market.Entry.Lookback.Bars;
        DateTime barTime = market.Entry.Lookback.TimeOf(bars.Count - 1);
        string name = string.Join('\n', preset.Name, market.Symbol.Source, market.Symbol.BrokerSymbol, bars.Timeframe, score.Best);
        var opportunity = new Opportunity
        {
            OpportunityId = Ulid.Of("opp_", new DateTimeOffset(barTime), SHA256.HashData(Encoding.UTF8.GetBytes(name))),
            Symbol = market.Symbol.Instrument.Symbol,
            Source = market.Symbol.Source,
            Direction = score.Best,
            Score = side.Score,
            Factors = [.. side.Factors.Select(f => new FactorScore(f.Name, f.Score))],
            Reasons = [.. side.Strongest.Select(f => $"{f.Name}: {f.Why}")],
            Entry = plan.Entry,
            StopLoss = plan.StopLoss,
            TakeProfit = plan.TakeProfit,
            RewardRisk = plan.RewardRisk,
            Invalidation = plan.Invalidation,
            Blockers = Blockers.Of(market, plan),
        };
        return new FoundOpportunity(opportunity, market.Symbol, bars.Timeframe, barTime, market.Entry.Lookback.Stamp);
    }
}
