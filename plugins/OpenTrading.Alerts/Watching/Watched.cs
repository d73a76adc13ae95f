using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Watching;

/// <summary>A market on which alerts wait.</summary>
/// <param name="symbol">Which market.</param>
internal sealed class Watched(MarketSymbol symbol)
{
    // The shorter the bars, the less of the way between two looks is missed.
    private static readonly Timeframe[] Steps = [Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1];

    private DateTime _looked;

    /// <summary>Which market.</summary>
    public MarketSymbol Symbol => symbol;

    /// <summary>Price alerts.</summary>
    public PriceLadder Ladder { get; } = new();

    /// <summary>Expressions by the length of their bars.</summary>
    public SortedDictionary<Timeframe, ExpressionGroup> Expressions { get; } = [];

    /// <summary>Whether nothing waits here any more.</summary>
    public bool IsIdle => Ladder.Count == 0 && Expressions.Values.All(g => g.Count == 0);

    /// <summary>Notes that the market told its price by itself: what it told is not asked for again.</summary>
    public void Heard(DateTime time) => _looked = time > _looked ? time : _looked;

    /// <summary>Prices since the last look, oldest first: the way along the bars that closed in between, then the newest quote.</summary>
    /// <exception cref="Sdk.Capabilities.CapabilityException">There is no price.</exception>
    public IEnumerable<double> Look(IMarketData market)
    {
        Quote quote = market.Quote(symbol);
        if (quote.Time <= _looked)
        {
            yield break;
        }

        if (_looked != default && BarsSince(market) is { } bars)
        {
            for (int i = 0; i < bars.Count; i++)
            {
                (double first, double second, double third, double last) = BarPath.Of(bars[i]);
                yield return first;
                yield return second;
                yield return third;
                yield return last;
            }
        }

        _looked = quote.Time;
        yield return (double)quote.Bid;
    }

    private BarSeries? BarsSince(IMarketData market)
    {
        foreach (Timeframe step in Steps)
        {
            try
            {
                return market.Bars(symbol, step, 5000, _looked).Bars;
            }
            catch (Sdk.Capabilities.CapabilityException)
            {
                // No bars of this length, or none in between; longer ones may tell.
            }
        }

        return null;
    }
}
