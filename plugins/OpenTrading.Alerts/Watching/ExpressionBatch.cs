using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Watching;

/// <summary>Expressions that went on their way together.</summary>
/// <param name="expressions">By the id of their alert.</param>
internal sealed class ExpressionBatch(IReadOnlyList<KeyValuePair<string, Expression>> expressions)
{
    private readonly ExpressionRun _run = new([.. expressions.Select(e => e.Value)]);

    /// <summary>The expressions, by the id of their alert.</summary>
    public IReadOnlyList<KeyValuePair<string, Expression>> Expressions => expressions;

    /// <summary>Takes the next bar and tells what holds at it; null where that is not known.</summary>
    public void Take(in Bar bar, Action<string, bool?>? seen)
    {
        ReadOnlySpan<double> values = _run.Update(bar);
        for (int i = 0; seen is not null && i < values.Length; i++)
        {
            seen(expressions[i].Key, double.IsNaN(values[i]) ? null : values[i] == 1);
        }
    }
}
