namespace OpenTrading.Sdk.Indicators;

/// <summary>Phase of the dominant cycle of a price, by the homodyne discriminator.</summary>
/// <remarks>
/// John Ehlers, Rocket Science for Traders (2001), chapters 7 and 11. Cycles of 6 to 50 bars are told apart; all smoothing starts from 0.
/// </remarks>
internal sealed class MesaPhase
{
    private const double ShortestCycle = 6;
    private const double LongestCycle = 50;

    private readonly double[] _prices = new double[3];
    private HilbertTransform _smooth = new();
    private HilbertTransform _detrended = new();
    private HilbertTransform _inPhase = new();
    private HilbertTransform _quadrature = new();
    private (double InPhase, double Quadrature) _phasor;
    private (double Real, double Imaginary) _product;
    private double _cycle;
    private double _phase;

    /// <summary>Takes a price before the first measurement.</summary>
    public void Prime(double price) => (_prices[2], _prices[1], _prices[0]) = (_prices[1], _prices[0], price);

    /// <returns>By how many degrees the phase fell with this price; negative when it rose.</returns>
    public double Advance(double price)
    {
        double adjust = (0.075 * _cycle) + 0.54;
        double smooth = ((4 * price) + (3 * _prices[0]) + (2 * _prices[1]) + _prices[2]) / 10;
        Prime(price);

        double detrended = adjust * _smooth.Add(smooth);
        double quadrature = adjust * _detrended.Add(detrended);
        double inPhase = _detrended[3];
        double inPhaseAhead = adjust * _inPhase.Add(inPhase);
        double quadratureAhead = adjust * _quadrature.Add(quadrature);
        MeasureCycle(inPhase - quadratureAhead, quadrature + inPhaseAhead);

        double previous = _phase;
        _phase = inPhase != 0 ? Math.Atan(quadrature / inPhase) * 180 / Math.PI : 0;
        return previous - _phase;
    }

    public void Reset()
    {
        Array.Clear(_prices);
        _smooth.Reset();
        _detrended.Reset();
        _inPhase.Reset();
        _quadrature.Reset();
        (_phasor, _product, _cycle, _phase) = (default, default, 0, 0);
    }

    private void MeasureCycle(double inPhase, double quadrature)
    {
        (double InPhase, double Quadrature) before = _phasor;
        _phasor = (Blend(inPhase, before.InPhase), Blend(quadrature, before.Quadrature));
        double real = (_phasor.InPhase * before.InPhase) + (_phasor.Quadrature * before.Quadrature);
        double imaginary = (_phasor.InPhase * before.Quadrature) - (_phasor.Quadrature * before.InPhase);
        _product = (Blend(real, _product.Real), Blend(imaginary, _product.Imaginary));

        double cycle = _product.Real != 0 && _product.Imaginary != 0 ? 2 * Math.PI / Math.Atan(_product.Imaginary / _product.Real) : 0;
        cycle = Math.Max(Math.Min(cycle, 1.5 * _cycle), 0.67 * _cycle);
        _cycle = Blend(Math.Clamp(cycle, ShortestCycle, LongestCycle), _cycle);
    }

    private static double Blend(double value, double previous) => (0.2 * value) + (0.8 * previous);
}
