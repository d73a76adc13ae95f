using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Dynamic zones of the relative strength index: the levels that only a small share of its latest <c>zonePeriod</c> values lies beyond.
/// </summary>
/// <remarks>
/// Leo Zamansky and David Stendahl, Technical Analysis of Stocks &amp; Commodities, July 1997, whose figures are the defaults. A zone is the
/// k-th value from the end of the window in order of size, k being its share of the values rounded up. The index starts at bar
/// <c>rsiPeriod + 1</c>, the zones <c>zonePeriod − 1</c> bars later.
/// </remarks>
[Indicator("dynamic-zone-rsi", Title = "Dynamic Zone RSI", Kind = IndicatorKind.Momentum,
    Formula = "rsi(rsiPeriod); upper, lower = levels that probability of the latest zonePeriod values reach or pass")]
public sealed class DynamicZoneRsi : SeriesIndicator<DynamicZoneRsiValue>
{
    private readonly Rsi _rsi;
    private readonly int _zonePeriod;
    private readonly int _beyond;
    private RollingRank _window;

    /// <summary>An index with zones of its own past.</summary>
    /// <param name="rsiPeriod">Smoothing length of the index, 1 to 5000. Default 9.</param>
    /// <param name="zonePeriod">Values of the index that make the zones, 2 to 5000. Default 70.</param>
    /// <param name="probability">Share of the values in each zone, 0.01 to 0.5. Default 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public DynamicZoneRsi(
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the index.")] int rsiPeriod = 9,
        [Parameter(2, Arguments.MaxPeriod, Description = "Values of the index that make the zones.")] int zonePeriod = 70,
        [Parameter(0.01, 0.5, Step = 0.05, Description = "Share of the values in each zone.")] double probability = 0.1)
        : base(rsiPeriod + zonePeriod)
    {
        _rsi = new Rsi(Arguments.InRange(rsiPeriod, 1, Arguments.MaxPeriod));
        _zonePeriod = Arguments.InRange(zonePeriod, 2, Arguments.MaxPeriod);
        _window = new RollingRank(zonePeriod);

        // A share of 0.1 of 70 is 7.000000000000001 to a double.
        _beyond = (int)Math.Ceiling((Arguments.InRange(probability, 0.01, 0.5) * zonePeriod) - 1e-9);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Upper);

    /// <inheritdoc/>
    public override DynamicZoneRsiValue Update(double value)
    {
        double rsi = _rsi.Update(value);
        if (double.IsNaN(rsi))
        {
            return Value;
        }

        _window.Add(rsi);
        return Value = _window.IsFull
            ? new DynamicZoneRsiValue(rsi, _window[_zonePeriod - _beyond], _window[_beyond - 1])
            : new DynamicZoneRsiValue(rsi, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _rsi.Reset();
        _window.Reset();
    }
}
