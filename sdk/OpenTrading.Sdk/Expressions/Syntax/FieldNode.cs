using OpenTrading.Sdk.Expressions.Evaluation;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A price of the bar, or its time.</summary>
internal sealed class FieldNode(int position, string name) : Node(position)
{
    private static readonly Dictionary<string, Func<Bar, double>> Fields = new(StringComparer.Ordinal)
    {
        ["open"] = bar => bar.Open,
        ["high"] = bar => bar.High,
        ["low"] = bar => bar.Low,
        ["close"] = bar => bar.Close,
        ["volume"] = bar => bar.Volume,
        ["spread"] = bar => bar.Spread,
        ["median"] = bar => bar.Median,
        ["typical"] = bar => bar.Typical,
        ["hour"] = bar => bar.Time.Hour,
        ["weekday"] = bar => bar.Time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)bar.Time.DayOfWeek,
    };

    public static IEnumerable<string> Names => Fields.Keys;

    public override string Text => name;

    public override int WarmupBars => 1;

    public override Step Start(StepPlan plan) => new FieldStep(Fields[name]);
}
