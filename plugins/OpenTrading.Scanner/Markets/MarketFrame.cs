using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Analysis.Trends;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Markets;

/// <summary>One timeframe of a market as factors see it: what its newest closed bar says.</summary>
internal sealed class MarketFrame
{
    /// <summary>Bars that a frame is about.</summary>
    public const int Bars = 300;

    private static readonly string[] Own = ["atr(14)", "rsi(14)", "macd(12, 26, 9).histogram", "ema(20)", "close - close[10]", "stoch(14, 3, 3).k"];

    /// <summary>Reads a frame.</summary>
    /// <param name="bars">Its bars.</param>
    /// <param name="weight">What it counts among the others.</param>
    /// <exception cref="Sdk.Capabilities.CapabilityException">The price did not move enough to be read.</exception>
    public MarketFrame(Lookback bars, double weight)
    {
        (Lookback, Weight) = (bars, weight);
        double[][] columns = bars.Compute([.. Own, .. TrendReading.Expressions, .. RegimeTrack.Expressions(bars)]);
        Trend = TrendReading.Of(bars);
        var regimes = new RegimeTrack(bars);
        (Shares, Percentile) = (regimes.Latest.Shares, regimes.Percentile);
        Structure = new MarketStructure(bars.Bars, bars.Swings);
        (Range, Rsi, MacdHistogram, Mean, Change, Stochastic) = (columns[0][^1], columns[1][^1], columns[2][^1], columns[3][^1], columns[4][^1], columns[5][^1]);
    }

    /// <summary>Its bars.</summary>
    public Lookback Lookback { get; }

    /// <summary>Bar length.</summary>
    public Timeframe Timeframe => Lookback.Bars.Timeframe;

    /// <summary>What it counts among the others; the longest most.</summary>
    public double Weight { get; }

    /// <summary>Averages, strength, place in the range.</summary>
    public ContextFrame Trend { get; }

    /// <summary>Share of the evidence for each regime, in the order of <see cref="MarketRegime"/>.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Percentile of the average true range, 0 to 100.</summary>
    public double Percentile { get; }

    /// <summary>Order of highs and lows.</summary>
    public MarketStructure Structure { get; }

    /// <summary>Average true range of 14 bars, price units, above 0.</summary>
    public double Range { get; }

    /// <summary>Relative strength of 14 bars, 0 to 100.</summary>
    public double Rsi { get; }

    /// <summary>Histogram of macd(12, 26, 9), price units.</summary>
    public double MacdHistogram { get; }

    /// <summary>Exponential average of 20 closes.</summary>
    public double Mean { get; }

    /// <summary>Change of the close over ten bars, price units.</summary>
    public double Change { get; }

    /// <summary>Slow stochastic of 14 bars, 0 to 100.</summary>
    public double Stochastic { get; }

    /// <summary>How far the close lies above the average of 20, in average true ranges.</summary>
    public double Stretch => (Lookback.Close - Mean) / Range;
}
