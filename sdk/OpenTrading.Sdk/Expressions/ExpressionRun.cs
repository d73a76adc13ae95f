using OpenTrading.Sdk.Expressions.Evaluation;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions;

/// <summary>One or several expressions on their way along one series. What they have in common is computed once.</summary>
/// <threadsafety>Not safe; one series on one thread.</threadsafety>
public sealed class ExpressionRun
{
    private readonly Step[] _steps;
    private readonly Step[] _roots;
    private readonly double[] _values;
    private readonly (string Text, Step Step)[] _terms;

    /// <summary>Starts expressions before the first bar.</summary>
    public ExpressionRun(params IReadOnlyList<Expression> expressions)
    {
        var plan = new StepPlan();
        _roots = [.. expressions.Select(e => plan.Of(e.Root))];
        _terms = [.. expressions.SelectMany(e => e.Root.Compared).DistinctBy(n => n.Text).Select(n => (n.Text, plan.Of(n)))];
        _steps = [.. plan.Steps];
        _values = new double[_roots.Length];
    }

    /// <summary>What the expressions compare, with the values at the latest bar; NaN where not known.</summary>
    public IEnumerable<KeyValuePair<string, double>> Terms => _terms.Select(t => KeyValuePair.Create(t.Text, t.Step.Value));

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <returns>
    /// One value an expression: the number, or 1 and 0 for a condition that holds or not; NaN where it is not known. Valid until the next update.
    /// </returns>
    public ReadOnlySpan<double> Update(scoped in Bar bar)
    {
        foreach (Step step in _steps)
        {
            step.Advance(in bar);
        }

        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = _roots[i].Value;
        }

        return _values;
    }

    /// <summary>Every expression at every bar, one array an expression; values as <see cref="Update"/> gives them.</summary>
    /// <param name="bars">The bars, from the first it sees.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public double[][] Over(BarSeries bars, CancellationToken cancellationToken = default)
    {
        const int looking = 1024;
        double[][] columns = [.. _roots.Select(_ => new double[bars.Count])];
        for (int bar = 0; bar < bars.Count; bar++)
        {
            if (bar % looking == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<double> values = Update(bars[bar]);
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i][bar] = values[i];
            }
        }

        return columns;
    }
}
