using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Know sure thing: four rates of change, each smoothed, summed with weights 1 for the shortest to 4 for the longest, in percent; and its simple
/// average.
/// </summary>
/// <remarks>
/// Martin Pring, Technical Analysis of Stocks &amp; Commodities, September 1992, with his short-term set: changes over 10, 15, 20 and 30 bars,
/// averaged over 10, 10, 10 and 15. First value at bar 45, the signal <c>signalPeriod − 1</c> bars later; no value within 15 bars of one whose
/// change is from 0.
/// </remarks>
[Indicator("kst", Title = "Know Sure Thing", Kind = IndicatorKind.Momentum,
    Formula = "sma(roc(10), 10) + 2 * sma(roc(15), 10) + 3 * sma(roc(20), 10) + 4 * sma(roc(30), 15); signal = sma of that",
    Outputs = ["kst"])]
public sealed class Kst : SeriesIndicator<KstValue>
{
    private const int LongestChange = 30;
    private const int LongestAverage = 15;

    private readonly Roc[] _changes = [new Roc(10), new Roc(15), new Roc(20), new Roc(LongestChange)];
    private readonly RollingMean[] _averages = [new(10), new(10), new(10), new(LongestAverage)];
    private RollingMean _signal;

    /// <summary>A sum of changes with a signal over <paramref name="signalPeriod"/> bars.</summary>
    /// <param name="signalPeriod">Values averaged to the signal, 1 to 5000. Default 9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Kst([Parameter(1, Arguments.MaxPeriod, Description = "Values averaged to the signal.")] int signalPeriod = 9)
        : base(LongestChange + LongestAverage + signalPeriod - 1)
    {
        _signal = new RollingMean(Arguments.InRange(signalPeriod, 1, Arguments.MaxPeriod));
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Signal);

    /// <inheritdoc/>
    public override KstValue Update(double value)
    {
        double sum = 0;
        for (int i = 0; i < _changes.Length; i++)
        {
            sum += (i + 1) * _averages[i].Add(_changes[i].Update(value).Roc);
        }

        return Value = new KstValue(sum, _signal.Add(sum));
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Reset();
            _averages[i].Reset();
        }

        _signal.Reset();
    }
}
