using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Renko: bricks of one size in place of time. A new brick is laid when the price has gone a whole brick beyond the latest one; a bar may lay
/// several or none.
/// </summary>
/// <remarks>
/// Bricks lie on a grid through the first close, rounded to one digit less than a given brick size has, or through the close of the bar at which
/// the average true range gives the size (<see cref="Atr"/>, J. Welles Wilder, 1978). No order fills at a brick's price.
/// </remarks>
[Indicator("renko", Title = "Renko", Kind = IndicatorKind.Trend,
    Formula = "a brick up for each whole brickSize above the latest brick, down for each below; brickSize 0 = atr(atrPeriod) when first known")]
public sealed class Renko : Indicator<RenkoValue>
{
    // A price on the grid may miss it by the rounding of a double.
    private const double Slack = 1e-9;

    private readonly double _givenSize;
    private readonly Atr _range;
    private readonly SwingPrice _price;
    private double _size;
    private double _origin;
    private long _top;
    private long _bottom;
    private double _high;
    private double _low;
    private double _volume;

    /// <summary>Bricks of one size.</summary>
    /// <param name="brickSize">Height of a brick in price units, 0 to 1000000; 0 takes the average true range when it is first known. Default 0.</param>
    /// <param name="atrPeriod">Smoothing length of the true range that gives the size, 1 to 5000. Default 14.</param>
    /// <param name="price">Prices that can complete a brick; of high and low, the one that goes farther. Default the close.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Renko(
        [Parameter(0, 1e6, Step = 0.1, Description = "Height of a brick in price units; 0 takes the average true range.")] double brickSize = 0,
        [Parameter(1, Arguments.MaxPeriod, Description = "Smoothing length of the true range that gives the size.")] int atrPeriod = 14,
        SwingPrice price = SwingPrice.Close)
        : base(brickSize > 0 ? 2 : atrPeriod + 2)
    {
        _givenSize = Arguments.InRange(brickSize, 0, 1e6);
        _range = new Atr(Arguments.InRange(atrPeriod, 1, Arguments.MaxPeriod));
        _price = Arguments.Defined(price);
        Reset();
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Close);

    /// <inheritdoc/>
    public override RenkoValue Update(in Bar bar)
    {
        if (_size == 0)
        {
            Start(in bar);
            return Value;
        }

        _high = Math.Max(_high, bar.High);
        _low = Math.Min(_low, bar.Low);
        _volume += bar.Volume;
        long bricks = _price == SwingPrice.Close ? Farther(bar.Close, bar.Close) : Farther(bar.High, bar.Low);
        return Value = bricks == 0 ? Value with { Bricks = 0 } : Lay(bricks);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _range.Reset();
        (_size, _top, _bottom) = (0, 0, 0);
        Gather();
    }

    private void Start(in Bar bar)
    {
        double range = _givenSize > 0 ? 0 : _range.Update(in bar).Atr;
        if (_givenSize > 0)
        {
            (_size, _origin) = (_givenSize, Math.Round(bar.Close, Math.Max(Digits(_givenSize) - 1, 0)));
        }
        else if (range > 0)
        {
            (_size, _origin) = (range, bar.Close);
        }
    }

    // Whole bricks that a price lies beyond the latest one, negative downwards.
    private long Farther(double high, double low)
    {
        double up = (high - Price(_top)) / _size;
        double down = (Price(_bottom) - low) / _size;
        return up >= down ? Whole(up) : -Whole(down);
    }

    private RenkoValue Lay(long bricks)
    {
        (_bottom, _top) = bricks > 0 ? (_top + bricks - 1, _top + bricks) : (_bottom + bricks, _bottom + bricks + 1);
        (long open, long close) = bricks > 0 ? (_bottom, _top) : (_top, _bottom);
        RenkoValue latest = new(Price(open), _high, _low, Price(close), _volume / Math.Abs(bricks), bricks);
        Gather();
        return latest;
    }

    private void Gather() => (_high, _low, _volume) = (double.NegativeInfinity, double.PositiveInfinity, 0);

    private double Price(long level) => _origin + (level * _size);

    private static long Whole(double bricks) => bricks >= 1 - Slack ? (long)(bricks + Slack) : 0;

    private static int Digits(double size)
    {
        int digits = 0;
        for (double scaled = size; digits < 10 && Math.Abs(scaled - Math.Round(scaled)) > Slack * scaled; scaled = size * Math.Pow(10, digits))
        {
            digits++;
        }

        return digits;
    }
}
