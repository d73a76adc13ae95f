using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Trades.Reviews;

/// <summary>How far a price went for and against a trade while it was open.</summary>
/// <param name="Adverse">Farthest against it, price units, at least 0.</param>
/// <param name="Favourable">Farthest for it, price units, at least 0.</param>
/// <param name="SpreadPoints">Spread of the bar it was opened in; null where the source has none.</param>
/// <param name="Timeframe">Bars it was measured on.</param>
internal sealed record Excursion(decimal Adverse, decimal Favourable, decimal? SpreadPoints, Timeframe Timeframe)
{
    private const int MostBars = 4000;

    private static readonly Timeframe[] Finest = [Timeframe.M1, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.H4, Timeframe.D1];

    /// <summary>Measures a trade on the finest bars there are.</summary>
    /// <exception cref="CapabilityException">There are none of that time.</exception>
    public static Excursion Of(ClosedTrade trade, IMarketData market)
    {
        MarketSymbol symbol = market.Resolve(trade.Symbol);
        CapabilityException? refused = null;
        foreach (Timeframe timeframe in Finest.Where(t => (trade.ClosedAt - trade.OpenedAt) / t.Length() < MostBars))
        {
            try
            {
                // The bar of the entry begins before it.
                BarSeries bars = market.Bars(symbol, timeframe, MostBars, trade.OpenedAt - timeframe.Length() + TimeSpan.FromTicks(1), trade.ClosedAt + TimeSpan.FromTicks(1)).Bars;
                return Measure(trade, symbol.Instrument, bars, timeframe);
            }
            catch (CapabilityException e) when (e.Code == ErrorCode.DataUnavailable)
            {
                refused = e;
            }
        }

        throw refused ?? new CapabilityException(ErrorCode.DataUnavailable, $"{trade.Symbol}: the trade is too long to be measured", "Import daily bars.");
    }

    private static Excursion Measure(ClosedTrade trade, Instrument instrument, BarSeries bars, Timeframe timeframe)
    {
        int direction = (int)trade.Side;
        decimal exit = (trade.Exit - trade.Entry) * direction;
        (decimal adverse, decimal favourable) = (Math.Max(0, -exit), Math.Max(0, exit));
        for (int i = 0; i < bars.Count; i++)
        {
            // Bars are bids; a sale is closed at the ask.
            decimal spread = trade.Side == OrderSide.Sell && double.IsFinite(bars[i].Spread) ? (decimal)bars[i].Spread * instrument.Point : 0;
            decimal low = instrument.ToPrice(bars[i].Low) + spread;
            decimal high = instrument.ToPrice(bars[i].High) + spread;
            favourable = Math.Max(favourable, ((direction > 0 ? high : low) - trade.Entry) * direction);
            adverse = Math.Max(adverse, (trade.Entry - (direction > 0 ? low : high)) * direction);
        }

        return new Excursion(adverse, favourable, bars.Count > 0 && double.IsFinite(bars[0].Spread) ? (decimal)bars[0].Spread : null, timeframe);
    }
}
