using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Chaikin money flow: money flow volume of <c>period</c> bars over their volume, −1 to 1.</summary>
/// <remarks>Marc Chaikin. First value at bar <c>period</c>; none where there was no volume.</remarks>
[Indicator("cmf", Title = "Chaikin Money Flow", Kind = IndicatorKind.Volume,
    Formula = "sum of money flow volume / sum of volume over period",
    Outputs = ["cmf"])]
public sealed class Cmf : Indicator<CmfValue>
{
    private RollingSum _flow;
    private RollingFlow _volume;

    /// <summary>A flow over <paramref name="period"/> bars.</summary>
    /// <param name="period">Bars in the window, 1 to 5000. Default 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside its range.</exception>
    public Cmf([Parameter(1, Arguments.MaxPeriod, Description = "Bars in the window.")] int period = 20)
        : base(period)
    {
        _flow = new RollingSum(Arguments.InRange(period, 1, Arguments.MaxPeriod));
        _volume = new RollingFlow(period);
    }

    /// <inheritdoc/>
    public override bool IsReady => !double.IsNaN(Value.Cmf);

    /// <inheritdoc/>
    public override CmfValue Update(in Bar bar)
    {
        double multiplier = MoneyFlow.Multiplier(in bar);
        double flow = multiplier * bar.Volume;
        _flow.Add(flow);
        _volume.Add(bar.Volume);
        bool isKnown = _volume.IsFull && _volume.Total != 0;
        return Value = new CmfValue(multiplier, flow, isKnown ? _flow.Total / _volume.Total : double.NaN);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _flow.Reset();
        _volume.Reset();
    }
}
