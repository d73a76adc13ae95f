using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Analysis.Volatility;

/// <summary>How wide a lookback moves.</summary>
/// <param name="asked">The bars.</param>
/// <param name="history">Where days and hours come from.</param>
internal sealed class VolatilityReading(Lookback asked, BarHistory history)
{
    private const int Days = 14;
    private const double Decay = 0.94;

    private readonly double[] _range = asked.Compute("atr(14)")[0];
    private readonly double[] _returns = Returns.Log(asked.Closes);
    private readonly double _barsPerYear = Returns.BarsPerYear(asked.Bars, asked.First);

    /// <summary>Average true range of 14 bars, points.</summary>
    public double AtrPoints => asked.Points(_range[^1]);

    /// <summary>Share of the lookback's other bars whose average true range was not above the newest, percent.</summary>
    public double AtrPercentile
    {
        get
        {
            ReadOnlySpan<double> before = _range.AsSpan(asked.First..^1);
            int known = 0;
            int notAbove = 0;
            foreach (double value in before)
            {
                known += double.IsNaN(value) ? 0 : 1;
                notAbove += value <= _range[^1] ? 1 : 0;
            }

            return Math.Round(100.0 * notAbove / known, 1);
        }
    }

    /// <summary>Deviation of the lookback's logarithmic returns, of a year, percent.</summary>
    public double RealizedPct => Returns.AnnualPct(Moments.Deviation(_returns), _barsPerYear);

    /// <summary>The same of squares that count 0.94 times less with each bar of age, as RiskMetrics (1996) weighs them.</summary>
    public double WeightedPct
    {
        get
        {
            (double sum, double weights) = (0, 0);
            foreach (double value in _returns)
            {
                sum = (sum * Decay) + (value * value);
                weights = (weights * Decay) + 1;
            }

            return Returns.AnnualPct(Math.Sqrt(sum / weights), _barsPerYear);
        }
    }

    /// <summary>Forecast of the next bar by <see cref="Garch"/>, of a year, percent; null where there are too few returns.</summary>
    public double? ForecastPct => Garch.Fit(_returns) is { } fit ? Returns.AnnualPct(Math.Sqrt(fit.Forecast), _barsPerYear) : null;

    /// <summary>Mean range of the latest 14 whole days, price units.</summary>
    /// <exception cref="CapabilityException">There are fewer days.</exception>
    public double DayRange
    {
        get
        {
            BarSeries days = history.Market.Bars(asked.Read.Symbol, Timeframe.D1, Days).Require(Days, "the average day's range").Bars;
            double sum = 0;
            for (int i = 0; i < days.Count; i++)
            {
                sum += days.High[i] - days.Low[i];
            }

            return sum / days.Count;
        }
    }

    /// <summary>Range of the broker's day that the newest bar belongs to, as far as its bars are closed, price units.</summary>
    public double UsedRange
    {
        get
        {
            long start = BarPeriod.Of(Timeframe.D1, asked.TimeOf(asked.Bars.Count - 1), history.Day).Start.Ticks;
            (double low, double high) = (double.MaxValue, double.MinValue);
            for (int i = asked.Bars.Count - 1; i >= 0 && asked.Bars.Times[i] >= start; i--)
            {
                (low, high) = (Math.Min(low, asked.Bars.Low[i]), Math.Max(high, asked.Bars.High[i]));
            }

            return high - low;
        }
    }

    /// <summary>Ranges by hour: of hours, where the bars are not longer, else of the bars by the hour in which they open; none of whole days.</summary>
    public IReadOnlyList<HourRange> ByHour
    {
        get
        {
            Timeframe timeframe = asked.Bars.Timeframe;
            if (!timeframe.IsIntraday())
            {
                return [];
            }

            BarSeries bars = timeframe < Timeframe.H1
                ? history.Market.Bars(asked.Read.Symbol, Timeframe.H1, asked.Count, asked.TimeOf(asked.First)).Bars
                : asked.Bars;
            int first = timeframe < Timeframe.H1 ? 0 : asked.First;
            return
            [
                .. Enumerable.Range(first, bars.Count - first).GroupBy(i => bars[i].Time.Hour).OrderBy(g => g.Key)
                    .Select(g => new HourRange(g.Key, asked.Points(g.Average(i => bars.High[i] - bars.Low[i])), g.Count())),
            ];
        }
    }
}
