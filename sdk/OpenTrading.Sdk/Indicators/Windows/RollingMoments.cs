namespace OpenTrading.Sdk.Indicators;

/// <summary>Central moments up to the fourth of the latest <c>length</c> numbers, at a cost that on average does not depend on the length.</summary>
/// <remarks>
/// Sums of powers of the distances from a pivot near the mean. They are renewed once a lap from the newcomers alone, and from the whole window
/// when the mean has left the pivot or the distances have collapsed: both would leave more rounding than moment.
/// </remarks>
internal struct RollingMoments(int length)
{
    private const double Collapse = 1e-5;
    private const double FarOff = 64;

    private readonly double[] _ring = new double[length];
    private int _next;
    private Powers _window;
    private Powers _lap;
    private double _largest;

    public bool IsFull { get; private set; }

    /// <returns>Means of the second, third and fourth powers of the distances from the mean.</returns>
    public readonly (double Second, double Third, double Fourth) Central => _window.Central(_ring.Length);

    public void Add(double value)
    {
        ref double oldest = ref _ring[_next];
        _window.Include(value, 1);
        _window.Include(oldest, -1);
        oldest = value;
        if (_next == 0)
        {
            _lap = new Powers(value);
        }

        _lap.Include(value, 1);
        if (++_next == _ring.Length)
        {
            (_window, _largest) = (_lap, _lap.Fourth);
            (_next, IsFull) = (0, true);
        }

        if (IsFull && (_window.IsFarOff(_ring.Length, FarOff) || _window.Fourth < _largest * Collapse))
        {
            _window = Afresh();
            _largest = _window.Fourth;
        }

        _largest = Math.Max(_largest, _window.Fourth);
    }

    public void Reset()
    {
        Array.Clear(_ring);
        (_next, _window, _lap, _largest, IsFull) = (0, default, default, 0, false);
    }

    private readonly Powers Afresh()
    {
        double sum = 0;
        foreach (double value in _ring)
        {
            sum += value - _ring[0];
        }

        Powers powers = new(_ring[0] + (sum / _ring.Length));
        foreach (double value in _ring)
        {
            powers.Include(value, 1);
        }

        return powers;
    }

    // Sums of the powers of distances from a pivot.
    private struct Powers(double pivot)
    {
        private readonly double _pivot = pivot;
        private double _first;
        private double _second;
        private double _third;

        public double Fourth { get; private set; }

        public void Include(double value, int sign)
        {
            double distance = value - _pivot;
            double square = distance * distance;
            _first += sign * distance;
            _second += sign * square;
            _third += sign * square * distance;
            Fourth += sign * square * square;
        }

        public readonly bool IsFarOff(int count, double limit)
        {
            double mean = _first / count;
            return mean * mean > limit * ((_second / count) - (mean * mean));
        }

        public readonly (double Second, double Third, double Fourth) Central(int count)
        {
            double mean = _first / count;
            double second = _second / count;
            double third = _third / count;
            return (
                second - (mean * mean),
                third - (3 * mean * second) + (2 * mean * mean * mean),
                (Fourth / count) - (4 * mean * third) + (6 * mean * mean * second) - (3 * mean * mean * mean * mean));
        }
    }
}
