using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Every entry carries a stop loss.</summary>
[RiskRule("sl_required", OrderClass.EntryOrRaise, "add one",
    Description = "The order has a stop loss.")]
public sealed class StopRequiredRule : IRiskRule
{
    public RuleResult Check(RiskContext context) =>
        RuleResult.Test(context.Order.StopLoss is > 0, context.Order.StopLoss?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing", ">", "0");
}
