using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator with a value for each of its parameters: <c>bb(20,2)</c>.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class IndicatorSetup
{
    internal IndicatorSetup(IndicatorDefinition definition, IReadOnlyList<object?> arguments) => (Definition, Arguments) = (definition, arguments);

    /// <summary>Which indicator.</summary>
    public IndicatorDefinition Definition { get; }

    /// <summary>Values of its parameters, in their order.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>Values by parameter, in their order: numbers, flags, and texts for names.</summary>
    public IReadOnlyDictionary<string, object?> Parameters =>
        Definition.Parameters.Zip(Arguments).ToDictionary(p => p.First.Name, p => p.Second is Enum name ? ParameterDefinition.TextOf(name) : p.Second);

    /// <summary>Bars until every output has a value (see <see cref="IIndicator.WarmupBars"/>).</summary>
    public int WarmupBars => Definition.Make(Arguments).WarmupBars;

    /// <summary>Starts it before the first bar.</summary>
    public IndicatorRun Start() => new(Definition, Definition.Make(Arguments));

    /// <summary>Every output at every bar, one array an output; <see cref="double.NaN"/> where a value is not known or not defined.</summary>
    /// <param name="bars">The bars, from the first it sees.</param>
    /// <param name="amended">
    /// Whether values that became known later stand at the bar they belong to, as a chart shows them. Otherwise each value is what was known at the
    /// close of its bar: nothing looks ahead.
    /// </param>
    /// <param name="reference">The second series of an indicator that needs one; bars without one of the same time there have no value.</param>
    public double[][] Compute(BarSeries bars, bool amended = false, BarSeries? reference = null) => Start().Over(bars, amended, reference);

    /// <summary>Name and values: <c>bb(20,2)</c>; the name alone where it has no parameters.</summary>
    public override string ToString() => Arguments.Count == 0
        ? Definition.Name
        : $"{Definition.Name}({string.Join(',', Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)))})";
}
