using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Only order types that are listed may be entered: <c>market</c>, <c>limit</c>, <c>stop</c>, <c>stop_limit</c>.</summary>
[RiskRule("order_type_allowlist", OrderClass.EntryOrRaise, "use a listed type",
    Description = "The order type is listed.")]
public sealed class OrderTypeAllowlistRule(
    [RiskParameter(Paper = new[] { "market", "limit", "stop" }, Description = "market, limit, stop, stop_limit")] string[] types) : IRiskRule
{
    private readonly string _limit = types.Length == 0 ? "an empty list" : string.Join(", ", types);

    public RuleResult Check(RiskContext context)
    {
        string type = context.Order.Type == OrderType.StopLimit ? "stop_limit" : context.Order.Type.ToString().ToLowerInvariant();
        return RuleResult.Test(types.Contains(type, StringComparer.Ordinal), type, "in", _limit);
    }
}
