using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Price, stop and target are above zero and whole multiples of the tick size. They are never rounded: a rounded stop is another stop.</summary>
[RiskRule("price_tick_digits", OrderClass.EntryOrRaise | OrderClass.Tighten, "use a multiple of tick size",
    Description = "Price, stop and target are above zero and multiples of the tick size.")]
public sealed class PriceGridRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        OrderIntent order = context.Order;
        foreach ((string what, decimal? price) in ((string, decimal?)[])[("price", order.Price), ("stop", order.StopLoss), ("target", order.TakeProfit)])
        {
            if (price is { } value && (value <= 0 || value % instrument.TickSize != 0))
            {
                return Result(false, $"{what} {value.ToString(CultureInfo.InvariantCulture)}", instrument.TickSize);
            }
        }

        return Result(true, "every price", instrument.TickSize);
    }

    private static RuleResult Result(bool holds, string value, decimal tick) => RuleResult.Test(holds, value, "multiple of", tick.ToString(CultureInfo.InvariantCulture));
}
