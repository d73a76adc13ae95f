using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Margin an order takes, by its traded value and the account's leverage.</summary>
internal static class OrderMargin
{
    /// <summary>Margin of one lot, account currency, unrounded; null without price or rate.</summary>
    /// <param name="context">The order on its account, whose leverage is known.</param>
    public static decimal? PerLot(RiskContext context) => context is { Instrument: { } instrument, EntryPrice: { } entry, Account.Leverage: > 0 and { } leverage }
        ? Notional.Of(instrument, 1, entry, context.Rates, context.Account.Currency) / leverage
        : null;

    /// <summary>Margin that entries on their way will take, account currency, unrounded; null where a price or rate of one is missing.</summary>
    /// <param name="context">The order on its account, whose leverage is known.</param>
    public static decimal? Reserved(RiskContext context)
    {
        decimal? sum = 0;
        foreach (WorkingOrder order in context.Reserved)
        {
            sum += context.Markets.GetValueOrDefault(order.Symbol)?.Instrument is { } instrument
                ? Notional.Of(instrument, order.Volume, order.Price, context.Rates, context.Account.Currency) / context.Account.Leverage
                : null;
        }

        return sum;
    }
}
