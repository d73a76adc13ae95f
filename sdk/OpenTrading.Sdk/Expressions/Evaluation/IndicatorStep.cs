using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>An indicator over bars, or over another step; its value is its first output.</summary>
internal sealed class IndicatorStep(IndicatorRun run, Step? source) : Step
{
    private readonly double[] _outputs = new double[run.Outputs];

    public double this[int output] => _outputs[output];

    public override void Advance(in Bar bar)
    {
        ReadOnlySpan<double> outputs = source is null ? run.Update(in bar) : run.Update(source.Value);
        outputs.CopyTo(_outputs);
        Value = outputs[0];
    }
}
