using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Positions, pending orders and entries on their way of one symbol, this one included, stay within a number.</summary>
[RiskRule("max_positions_per_symbol", OrderClass.Entry, "close one",
    Description = "Positions and orders of the symbol with this one stay within a number.")]
public sealed class MaxPositionsPerSymbolRule(
    [RiskParameter(Min = 1, Max = 50, Paper = 2, Live = 1, PerSymbol = true, Description = "positions")] int n) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        string symbol = context.Order.Symbol;
        int open = context.Positions.Count(p => p.Symbol == symbol)
            + context.Orders.Count(o => o.Symbol == symbol)
            + context.State.InFlightEntries.GetValueOrDefault(symbol);
        return RuleResult.AtMost(open + 1, n, "positions");
    }
}
