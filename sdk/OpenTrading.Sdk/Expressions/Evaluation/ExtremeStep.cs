using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>The highest of the latest values of another step, or with the sign turned the lowest; not known while one of them is not.</summary>
internal sealed class ExtremeStep(Step of, int bars, double sign) : Step
{
    private RollingMax _window = new(bars);

    public override void Advance(in Bar bar)
    {
        if (double.IsNaN(of.Value))
        {
            _window.Reset();
            Value = double.NaN;
            return;
        }

        Value = sign * _window.Add(sign * of.Value);
    }
}
