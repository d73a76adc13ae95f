using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Connors RSI: the mean of the relative strength of the price, that of the length of its streak of rises or falls, and the rank of its latest
/// change among those before it; 0 to 100.
/// </summary>
/// <remarks>
/// Larry Connors and Cesar Alvarez, An Introduction to ConnorsRSI (2012), with <see cref="Rsi"/>. The rank is the percentage of the
/// <c>rankPeriod</c> changes before this one that are smaller; the first bar's change counts as 0. First value two bars after the longest of the
/// three periods.
/// </remarks>
[Indicator("connors-rsi", Title = "Connors RSI", Kind = IndicatorKind.Momentum,
    Formula = "(rsi(close, rsiPeriod) + rsi(streak, streakPeriod) + percent rank of the change over rankPeriod) / 3")]
public sealed class ConnorsRsi : SeriesIndicator
{
    private readonly Rsi _price;
    private readonly Rsi _streakStrength;
    private readonly int _rankPeriod;
    private RollingRank _changes;
    private double _previous = double.NaN;
    private double _streak;
    private int _seen;

    /// <summary>A mean of three strengths.</summary>
    /// <param name="rsiPeriod">Smoothing length of the price's strength, 1 to 5000. Default 3.</param>
    /// <param name="streakPeriod">Smoothing length of the streak's strength, 1 to 5000. Default 2.</param>
    /// <param name="rankPeriod">Changes that the latest is ranked among, 2 to 5000. Default 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A period is outside its range.</exception>
    public ConnorsRsi(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the price's strength.")] int rsiPeriod = 3,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the streak's strength.")] int streakPeriod = 2,
        [Parameter(2, Arguments.MaxPeriod, Description = "Changes that the latest is ranked among.")] int rankPeriod = 100)
        : base("connorsRsi", Math.Max(rsiPeriod, Math.Max(streakPeriod, rankPeriod)) + 2)
    {
        _price = new Rsi(Arguments.InRange(rsiPeriod, 1, Arguments.MaxPeriod));
        _streakStrength = new Rsi(Arguments.InRange(streakPeriod, 1, Arguments.MaxPeriod));
        _rankPeriod = Arguments.InRange(rankPeriod, 2, Arguments.MaxPeriod);
        _changes = new RollingRank(rankPeriod);
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        _streak = value > _previous ? Math.Max(_streak, 0) + 1 : value < _previous ? Math.Min(_streak, 0) - 1 : 0;
        double change = _seen == 0 ? 0 : _previous > 0 ? (value - _previous) / _previous : double.NaN;
        _previous = value;

        double strength = _price.Update(value) + _streakStrength.Update(_streak) + Rank(change);
        return Value = ++_seen >= WarmupBars ? strength / 3 : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _price.Reset();
        _streakStrength.Reset();
        _changes.Reset();
        (_previous, _streak, _seen) = (double.NaN, 0, 0);
    }

    // NaN where one of the changes is not known; it would stand first among them.
    private double Rank(double change)
    {
        bool isKnown = _changes.IsFull && !double.IsNaN(_changes[0] + change);
        double rank = isKnown ? 100.0 * _changes.CountBelow(change) / _rankPeriod : double.NaN;
        _changes.Add(change);
        return rank;
    }
}
