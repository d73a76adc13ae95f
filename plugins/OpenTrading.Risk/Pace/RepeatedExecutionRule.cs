using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Pace;

/// <summary>Nobody fills the same kind of entry again and again: whatever repeats itself so often has lost its way, and an operator looks at it.</summary>
[RiskRule("repeated_execution_max", OrderClass.Entry, "operator acknowledges",
    Description = "Filled entries of one proposer, symbol and side within minutes, this one included, stay within a number until an operator acknowledges.")]
public sealed class RepeatedExecutionRule(
    [RiskParameter(Min = 1, Max = 50, Paper = 5, Description = "filled entries")] int n,
    [RiskParameter(Paper = 60, Description = "minutes")] int min) : IRiskRule
{
    private readonly TimeSpan _window = TimeSpan.FromMinutes(min);

    public RuleResult Check(RiskContext context)
    {
        int filled = Counting.Within(
            context.History.Executed,
            context.Now,
            _window,
            context.Order,
            static (done, order) => done.Symbol == order.Symbol && done.Side == order.Side && done.Proposer == order.Proposer && !done.Is(order));
        return RuleResult.AtMost(filled + 1, n, "filled entries");
    }
}
