using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Patterns.Candlesticks;

/// <summary>Bars as candles: bodies and shadows, against those that are usual.</summary>
/// <remarks>Long and short are relative to the mean of the ten candles before, as Nison (Japanese Candlestick Charting Techniques, 1991) uses the words.</remarks>
/// <param name="bars">The bars.</param>
internal sealed class Candles(BarSeries bars)
{
    /// <summary>Candles before one that say what is usual.</summary>
    public const int Usual = 10;

    private const int TrendBars = 5;

    /// <summary>Open, price units.</summary>
    public double Open(int i) => bars.Open[i];

    /// <summary>High, price units.</summary>
    public double High(int i) => bars.High[i];

    /// <summary>Low, price units.</summary>
    public double Low(int i) => bars.Low[i];

    /// <summary>Close, price units.</summary>
    public double Close(int i) => bars.Close[i];

    /// <summary>High less low.</summary>
    public double Range(int i) => bars.High[i] - bars.Low[i];

    /// <summary>Distance of open and close.</summary>
    public double Body(int i) => Math.Abs(bars.Close[i] - bars.Open[i]);

    /// <summary>The higher of open and close.</summary>
    public double Top(int i) => Math.Max(bars.Open[i], bars.Close[i]);

    /// <summary>The lower of open and close.</summary>
    public double Bottom(int i) => Math.Min(bars.Open[i], bars.Close[i]);

    /// <summary>Middle of open and close.</summary>
    public double Middle(int i) => (bars.Open[i] + bars.Close[i]) / 2;

    /// <summary>High less the higher of open and close.</summary>
    public double Upper(int i) => bars.High[i] - Top(i);

    /// <summary>The lower of open and close less low.</summary>
    public double Lower(int i) => Bottom(i) - bars.Low[i];

    /// <summary>Whether it closed above its open.</summary>
    public bool IsUp(int i) => bars.Close[i] > bars.Open[i];

    /// <summary>Whether it closed below its open.</summary>
    public bool IsDown(int i) => bars.Close[i] < bars.Open[i];

    /// <summary>Direction of its body.</summary>
    public Direction Side(int i) => IsUp(i) ? Direction.Up : IsDown(i) ? Direction.Down : Direction.None;

    /// <summary>Whether its body is at most a tenth of its range.</summary>
    public bool IsDoji(int i) => Range(i) > 0 && Body(i) <= 0.1 * Range(i);

    /// <summary>Whether its body is longer than usual.</summary>
    public bool IsLong(int i) => Body(i) > Mean(i, Body);

    /// <summary>Whether its body is less than half as long as usual.</summary>
    public bool IsShort(int i) => Body(i) < 0.5 * Mean(i, Body);

    /// <summary>The usual range.</summary>
    public double UsualRange(int i) => Mean(i, Range);

    /// <summary>Where the five closes before a candle went, by at least one usual range.</summary>
    public Direction Before(int i)
    {
        double move = bars.Close[i - 1] - bars.Close[i - 1 - TrendBars];
        return move >= UsualRange(i) ? Direction.Up : move <= -UsualRange(i) ? Direction.Down : Direction.None;
    }

    private static double Mean(int i, Func<int, double> of)
    {
        double sum = 0;
        for (int j = i - Usual; j < i; j++)
        {
            sum += of(j);
        }

        return sum / Usual;
    }
}
