using OpenTrading.Sdk.Expressions.Evaluation;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>One output of an indicator over bars, or over another part.</summary>
internal sealed class IndicatorNode : Node
{
    private readonly IndicatorSetup _setup;
    private readonly Node? _source;
    private readonly string _whole;
    private readonly int _output;

    public IndicatorNode(int position, IndicatorSetup setup, Node? source, int output = 0)
        : base(position)
    {
        (_setup, _source, _output) = (setup, source, output);
        _whole = source is null ? setup.ToString() : $"{setup.Definition.Name}({string.Join(',', setup.Arguments.Select(Strategies.ParameterDefinition.TextOf).Prepend(source.Text))})";
        WarmupBars = setup.WarmupBars + (source?.WarmupBars - 1 ?? 0);
    }

    public override string Text => _setup.Definition.Outputs.Count == 1 ? _whole : $"{_whole}.{_setup.Definition.Outputs[_output]}";

    public override int WarmupBars { get; }

    /// <summary>The indicator; null where it is computed from another part.</summary>
    public IndicatorSetup? Setup => _source is null ? _setup : null;

    /// <summary>Names of the outputs it could show instead.</summary>
    public IReadOnlyList<string> Outputs => _setup.Definition.Outputs;

    /// <summary>The same indicator by another output.</summary>
    public IndicatorNode Showing(int output) => new(Position, _setup, _source, output);

    public override Step Start(StepPlan plan)
    {
        // The outputs of one indicator share its run, under a text that no node has.
        IndicatorStep indicator = plan.Shared($"all of {_whole}", () => new IndicatorStep(_setup.Start(), _source is null ? null : plan.Of(_source)));
        return new OutputStep(indicator, _output);
    }
}
