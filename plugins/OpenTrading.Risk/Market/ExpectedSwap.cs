using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>Swap that an order will cost.</summary>
internal static class ExpectedSwap
{
    /// <summary>What one lot costs for so many nights, account currency, not below 0; the instrument's triple day counts three.</summary>
    public static decimal PerLot(RiskContext context, Instrument instrument, decimal entry, int nights)
    {
        decimal rate = context.Order.Side == OrderSide.Buy ? instrument.SwapLong : instrument.SwapShort;
        decimal perNight = instrument.SwapMode switch
        {
            SwapMode.MoneyPerLot => rate,
            SwapMode.PercentPerYear => entry / instrument.TickSize * instrument.TickValue * rate / 36_000,
            _ => rate * instrument.Point / instrument.TickSize * instrument.TickValue * (context.Rates.Rate(instrument.ProfitCurrency, context.Account.Currency) ?? 0),
        };
        int counted = 0;
        for (int night = 0; night < nights; night++)
        {
            counted += context.Now.AddDays(night).DayOfWeek == instrument.TripleSwapDay ? 3 : 1;
        }

        return Math.Max(0, -perNight) * counted;
    }
}
