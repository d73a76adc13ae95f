using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>No entry against an open position or waiting order of the symbol, unless allowed; on a netting account no entry turns a position over.</summary>
[RiskRule("hedging_policy", OrderClass.Entry, "close first",
    Description = "No entry against an open position or waiting order of the symbol.")]
public sealed class HedgingPolicyRule(
    [RiskParameter(Paper = HedgingMode.Forbid, Description = "forbid or allow")] HedgingMode mode) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        OrderIntent order = context.Order;
        if (context.Account.Mode == AccountMode.Netting)
        {
            Position? net = context.Positions.FirstOrDefault(p => p.Symbol == order.Symbol);
            return RuleResult.Test(net is null || net.Side == order.Side || order.Type != OrderType.Market, "a position turned over", "not on", "a netting account");
        }

        bool opposes = context.Positions.Any(p => p.Symbol == order.Symbol && p.Side != order.Side)
            || context.Committed.Any(o => o.Symbol == order.Symbol && o.Side != order.Side);
        return RuleResult.Test(mode == HedgingMode.Allow || !opposes, opposes ? "opposed" : "unopposed", "in", mode.ToString().ToLowerInvariant());
    }
}
