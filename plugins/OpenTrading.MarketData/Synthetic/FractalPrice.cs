namespace OpenTrading.MarketData.Synthetic;

/// <summary>
/// A price that is a function of seed and time alone: value noise summed over octaves whose periods double, each weighted by the square root of
/// its period, so that the price wanders like a random walk from seconds to years and stays near its base beyond.
/// </summary>
/// <remarks>Having no state it goes on after a restart as if it had never stopped. Walking forward in time is cheap: an octave's ends are kept
/// until its cell is left.</remarks>
internal sealed class FractalPrice
{
    /// <summary>Distance of two prices, and period of the finest octave.</summary>
    public const long Step = 5 * TimeSpan.TicksPerSecond;

    // 5 s times 2^24 is 2.7 years.
    private const int Octaves = 25;
    private const double SecondsPerYear = 365.25 * 86_400;

    private readonly ulong _seed;
    private readonly double _base;
    private readonly double _scale;
    private readonly double _unit;
    private readonly double[] _weights = new double[Octaves];
    private readonly long[] _cells = new long[Octaves];
    private readonly double[] _left = new double[Octaves];
    private readonly double[] _right = new double[Octaves];

    public FractalPrice(SyntheticMarket market, long seed)
    {
        _seed = Mix((ulong)seed ^ HashOf(market.Instrument.Symbol));
        _base = market.BasePrice;
        _scale = market.Instrument.Scale;
        _unit = 1 / _scale;

        // Noise uniform in -1..1 has variance 1/3. Over a lag t the octaves below t add two thirds of their squared weights and those above about
        // half as much again, so squared weights of half the variance a second times the period give about that variance a second.
        double perSecond = market.Volatility * market.Volatility / SecondsPerYear;
        for (int i = 0; i < Octaves; i++)
        {
            _weights[i] = Math.Sqrt(perSecond / 2 * (Step / (double)TimeSpan.TicksPerSecond) * (1L << i));
            _cells[i] = long.MinValue;
        }
    }

    /// <summary>Bid at step <paramref name="index"/> (time divided by <see cref="Step"/>), on the instrument's digits and at least one point.</summary>
    public double At(long index)
    {
        double sum = 0;
        for (int i = 0; i < Octaves; i++)
        {
            long cell = index >> i;
            if (cell != _cells[i])
            {
                _left[i] = Noise(i, cell);
                _right[i] = Noise(i, cell + 1);
                _cells[i] = cell;
            }

            double along = (index - (cell << i)) / (double)(1L << i);
            double smooth = along * along * (3 - (2 * along));
            sum += _weights[i] * (_left[i] + ((_right[i] - _left[i]) * smooth));
        }

        double points = Math.Floor((_base * Math.Exp(sum) * _scale) + 0.5);
        return points < 1 ? _unit : points / _scale;
    }

    private double Noise(int octave, long cell)
    {
        ulong hash = Mix(_seed ^ Mix((ulong)cell + ((ulong)octave << 58)));
        return ((hash >> 11) * (2.0 / (1UL << 53))) - 1;
    }

    // The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong HashOf(string symbol)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in symbol)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        return hash;
    }
}
