using System.Collections.Concurrent;
using OpenTrading.Sdk.Analysis.Structure;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis;

/// <summary>
/// The newest closed bars that a question is about, after those from which indicators start. What was computed over them is kept: whoever asks for several
/// things names all of them at once, and they go along the bars together.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class Lookback
{
    /// <summary>Fewest bars a question can be about.</summary>
    public const int Least = 50;

    /// <summary>Most bars a question can be about.</summary>
    public const int Most = 5000;

    private readonly BarHistory _history;
    private readonly ConcurrentDictionary<string, double[]> _columns = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<SwingPoint>> _swings;

    /// <summary>Reads the bars.</summary>
    /// <param name="history">Bars and indicators.</param>
    /// <param name="symbol">Whose.</param>
    /// <param name="timeframe">Their length.</param>
    /// <param name="bars">How many the question is about.</param>
    /// <param name="warmupBars">Fewest bars without which there is no answer.</param>
    /// <param name="what">What needs them, for the refusal.</param>
    /// <exception cref="Sdk.Capabilities.CapabilityException">The symbol is unknown, has no bars, or too few.</exception>
    public Lookback(BarHistory history, string symbol, Timeframe timeframe, int bars, int warmupBars, string what)
        : this(history, history.Read(symbol, timeframe, bars, warmupBars, what), bars)
    {
    }

    /// <inheritdoc cref="Lookback(BarHistory, string, Timeframe, int, int, string)"/>
    public Lookback(BarHistory history, MarketSymbol symbol, Timeframe timeframe, int bars, int warmupBars, string what)
        : this(history, history.Read(symbol, timeframe, bars, warmupBars, what), bars)
    {
    }

    private Lookback(BarHistory history, MarketBars read, int bars)
    {
        _history = history;
        Read = read;
        First = Math.Max(0, read.Bars.Count - bars);
        Stamp = history.Stamp(read);
        _swings = new Lazy<IReadOnlyList<SwingPoint>>(() => SwingPoint.Of(read.Bars));
    }

    /// <summary>All bars that were read.</summary>
    public MarketBars Read { get; }

    /// <inheritdoc cref="MarketBars.Bars"/>
    public BarSeries Bars => Read.Bars;

    /// <summary>The first bar that the question is about.</summary>
    public int First { get; }

    /// <summary>How many bars it is about: as many as were asked for, or there are.</summary>
    public int Count => Bars.Count - First;

    /// <summary>How old the bars are.</summary>
    public DataStamp Stamp { get; }

    /// <summary>The instrument.</summary>
    public Instrument Instrument => Read.Symbol.Instrument;

    /// <summary>Symbol and timeframe, in words.</summary>
    public string Name => $"{Instrument.Symbol} {Bars.Timeframe}";

    /// <summary>The newest close.</summary>
    public double Close => Bars.Close[^1];

    /// <summary>Closes that the question is about.</summary>
    public ReadOnlySpan<double> Closes => Bars.Close[First..];

    /// <summary>Lowest low and highest high of the bars that the question is about.</summary>
    public (double Low, double High) Range
    {
        get
        {
            (double low, double high) = (double.MaxValue, double.MinValue);
            for (int i = First; i < Bars.Count; i++)
            {
                (low, high) = (Math.Min(low, Bars.Low[i]), Math.Max(high, Bars.High[i]));
            }

            return (low, high);
        }
    }

    /// <summary>When a bar opened, UTC.</summary>
    public DateTime TimeOf(int bar) => new(Bars.Times[bar], DateTimeKind.Utc);

    /// <summary>A price at the digits of the instrument.</summary>
    public decimal Price(double price) => Instrument.ToPrice(price);

    /// <summary>A distance in points, to a tenth.</summary>
    public double Points(double distance) => Math.Round(distance * Instrument.Scale, 1);

    /// <summary>How far a price lies above the newest close, pips; below it is negative.</summary>
    public double Pips(double price) => Math.Round((price - Close) / (double)Instrument.Pip, 1);

    /// <summary>Turning points of all bars that were read, with <see cref="SwingPoint.UsualSpan"/> bars on either side.</summary>
    public IReadOnlyList<SwingPoint> Swings => _swings.Value;

    /// <summary>Expressions at every bar that was read, one array each; NaN where a value is not known. The arrays are shared and must not be changed.</summary>
    /// <param name="expressions">Such as <c>atr(14)</c>.</param>
    public double[][] Compute(params string[] expressions)
    {
        string[] fresh = [.. expressions.Where(e => !_columns.ContainsKey(e)).Distinct(StringComparer.Ordinal)];
        if (fresh.Length > 0)
        {
            double[][] columns = new ExpressionRun([.. fresh.Select(e => Expression.ParseNumber(e, _history.Indicators))]).Over(Bars);
            foreach ((string expression, double[] column) in fresh.Zip(columns))
            {
                _columns[expression] = column;
            }
        }

        return [.. expressions.Select(e => _columns[e])];
    }
}
