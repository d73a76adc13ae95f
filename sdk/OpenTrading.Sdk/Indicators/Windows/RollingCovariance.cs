namespace OpenTrading.Sdk.Indicators;

/// <summary>Covariance and variances of the latest <c>length</c> pairs of numbers, at a cost independent of the length.</summary>
/// <remarks>As <see cref="RollingDeviation"/> is, for two series: updated about the means, renewed once a lap and when a spread collapses.</remarks>
internal struct RollingCovariance(int length)
{
    private const double Collapse = 1e-7;

    private readonly (double First, double Second)[] _ring = new (double, double)[length];
    private int _next;
    private Moments _window;
    private Moments _lap;
    private double _largestFirst;
    private double _largestSecond;

    public bool IsFull { get; private set; }

    public readonly double FirstVariance => _window.FirstSquares / _ring.Length;

    public readonly double SecondVariance => _window.SecondSquares / _ring.Length;

    public readonly double Covariance => _window.Products / _ring.Length;

    public void Add(double first, double second)
    {
        ref (double First, double Second) oldest = ref _ring[_next];
        _window.Exchange(oldest, (first, second), _ring.Length);
        oldest = (first, second);
        _lap.Include((first, second), ++_next);
        if (_next == _ring.Length)
        {
            Take(_lap);
            (_lap, _next, IsFull) = (default, 0, true);
        }
        else if (_window.FirstSquares < _largestFirst * Collapse || _window.SecondSquares < _largestSecond * Collapse)
        {
            Take(Afresh());
        }

        _largestFirst = Math.Max(_largestFirst, _window.FirstSquares);
        _largestSecond = Math.Max(_largestSecond, _window.SecondSquares);
    }

    public void Reset()
    {
        Array.Clear(_ring);
        (_next, _window, _lap, _largestFirst, _largestSecond, IsFull) = (0, default, default, 0, 0, false);
    }

    private void Take(in Moments moments) =>
        (_window, _largestFirst, _largestSecond) = (moments, moments.FirstSquares, moments.SecondSquares);

    private readonly Moments Afresh()
    {
        Moments moments = default;
        for (int i = 0; i < _ring.Length; i++)
        {
            moments.Include(_ring[i], i + 1);
        }

        return moments;
    }

    // Means, and sums of squares and products of the distances from them.
    private struct Moments
    {
        private double _firstMean;
        private double _secondMean;

        public double FirstSquares { get; private set; }

        public double SecondSquares { get; private set; }

        public double Products { get; private set; }

        public void Include((double First, double Second) pair, int count)
        {
            double first = pair.First - _firstMean;
            double second = pair.Second - _secondMean;
            _firstMean += first / count;
            _secondMean += second / count;
            FirstSquares += first * (pair.First - _firstMean);
            SecondSquares += second * (pair.Second - _secondMean);
            Products += first * (pair.Second - _secondMean);
        }

        public void Exchange((double First, double Second) oldest, (double First, double Second) newest, int count)
        {
            double firstMean = _firstMean + ((newest.First - oldest.First) / count);
            double secondMean = _secondMean + ((newest.Second - oldest.Second) / count);
            FirstSquares += (newest.First - oldest.First) * (newest.First - firstMean + (oldest.First - _firstMean));
            SecondSquares += (newest.Second - oldest.Second) * (newest.Second - secondMean + (oldest.Second - _secondMean));
            Products += ((newest.First - _firstMean) * (newest.Second - secondMean)) - ((oldest.First - _firstMean) * (oldest.Second - secondMean));
            (_firstMean, _secondMean) = (firstMean, secondMean);
        }
    }
}
