using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Lots of a symbol, long and short, open and waiting, this entry included, stay within a number. The entry is lowered to what is left.</summary>
[RiskRule("max_lots_per_symbol", OrderClass.Entry, "lower volume",
    Description = "Lots of the symbol, open and waiting, with this entry stay within a number.")]
public sealed class LotsPerSymbolRule(
    [RiskParameter(Min = 0.01, Max = 500, Paper = 2.0, Live = 0.20, PerSymbol = true, Description = "lots")] decimal lots) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        string symbol = context.Order.Symbol;
        decimal held = context.Positions.Where(p => p.Symbol == symbol).Sum(p => p.Volume) + context.Committed.Where(o => o.Symbol == symbol).Sum(o => o.Volume);
        return RuleResult.AtMost(held + context.Order.Volume, lots, "lots").OrReduceTo(lots - held);
    }
}
