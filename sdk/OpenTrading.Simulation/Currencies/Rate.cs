using OpenTrading.Sdk.Market;

namespace OpenTrading.Simulation.Currencies;

/// <summary>A factor or divisor from quote to account currency, kept as points so that double and decimal money use the same figure.</summary>
internal readonly struct Rate
{
    private readonly Instrument? _instrument;
    private readonly int _points;
    private readonly bool _divides;

    private Rate(Instrument instrument, int points, bool divides) => (_instrument, _points, _divides) = (instrument, points, divides);

    public static Rate One => default;

    public static Rate Times(Instrument instrument, int points) => new(instrument, points, divides: false);

    public static Rate Over(Instrument instrument, int points) => new(instrument, points, divides: true);

    public double Apply(double amount)
    {
        if (_instrument is null)
        {
            return amount;
        }

        double price = _points / _instrument.Scale;
        return _divides ? amount / price : amount * price;
    }

    public decimal Apply(decimal amount)
    {
        if (_instrument is null)
        {
            return amount;
        }

        decimal price = _points * _instrument.Point;
        return _divides ? amount / price : amount * price;
    }
}
