using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>The same thing is not done twice within seconds under two keys: a repeated request repeats its key. What was refused at once does not count.</summary>
[RiskRule("duplicate_window", OrderClass.EntryOrRaise, "use the same key",
    Description = "No other order of the same kind, symbol, side, type, volume and target passed within seconds.")]
public sealed class DuplicateWindowRule(
    [RiskParameter(Min = 1, Max = 300, Paper = 5, Description = "seconds")] int s) : IRiskRule
{
    private readonly TimeSpan _window = TimeSpan.FromSeconds(s);

    public RuleResult Check(RiskContext context)
    {
        int same = Counting.Within(
            context.History.Proposed,
            context.Now,
            _window,
            context.Order,
            static (other, order) => other.Symbol == order.Symbol && other.Kind == order.Kind && other.Side == order.Side && other.Type == order.Type
                && other.Volume == order.Volume && other.Target == order.Target && !other.Is(order));
        return RuleResult.AtMost(same, 0, "equal orders");
    }
}
