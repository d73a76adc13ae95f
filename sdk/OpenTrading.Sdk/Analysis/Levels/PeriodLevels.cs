using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>High, low and close of the last whole day, week and month that are longer than the bars asked for.</summary>
internal static class PeriodLevels
{
    private static readonly (Timeframe Timeframe, string Name, double Weight)[] Periods =
        [(Timeframe.D1, "previous day", 40), (Timeframe.W1, "previous week", 50), (Timeframe.MN1, "previous month", 60)];

    /// <summary>The levels.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="market">Where the longer bars come from.</param>
    /// <exception cref="Sdk.Capabilities.CapabilityException">There is no closed period.</exception>
    public static IEnumerable<Candidate> Of(Lookback asked, IMarketData market)
    {
        foreach ((Timeframe timeframe, string name, double weight) in Periods.Where(p => p.Timeframe > asked.Bars.Timeframe))
        {
            Bar last = market.Bars(asked.Read.Symbol, timeframe, 1).Latest;
            yield return new Candidate(last.High, LevelKind.Period, $"{name} high", weight);
            yield return new Candidate(last.Low, LevelKind.Period, $"{name} low", weight);
            yield return new Candidate(last.Close, LevelKind.Period, $"{name} close", weight / 2);
        }
    }
}
