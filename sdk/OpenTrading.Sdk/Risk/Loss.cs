using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>Money an order stands to lose at its stop.</summary>
public static class Loss
{
    /// <summary>Loss of one lot at the stop, account currency, unrounded: distance and assumed slippage in ticks x tick value x rate, plus the round turn's commission.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="entry">Entry price.</param>
    /// <param name="stop">Stop price.</param>
    /// <param name="rates">Conversion rates.</param>
    /// <param name="currency">Account currency.</param>
    /// <returns>Null when a conversion rate is missing.</returns>
    public static decimal? PerLot(Instrument instrument, decimal entry, decimal stop, CurrencyConverter rates, string currency)
    {
        if (rates.Rate(instrument.ProfitCurrency, currency) is not { } conversion || stop <= 0)
        {
            return null;
        }

        // USDJPY on a USD account: the loss is converted when the stop is hit, so a stop below the market costs more dollars than today's rate says.
        if (instrument.BaseCurrency == currency && instrument.ProfitCurrency != currency)
        {
            conversion = Math.Max(conversion, 1m / stop);
        }

        decimal ticks = (Math.Abs(entry - stop) + (instrument.StopSlippagePoints * instrument.Point)) / instrument.TickSize;
        return (ticks * instrument.TickValue * conversion) + (2 * instrument.CommissionPerLot);
    }

    /// <summary>Loss of an order at its stop, account currency, rounded up to the currency's digits; null without stop, price or rate.</summary>
    public static decimal? AtStop(RiskContext context, decimal volume) =>
        context is { Instrument: { } instrument, EntryPrice: { } entry, Order.StopLoss: { } stop }
        && PerLot(instrument, entry, stop, context.Rates, context.Account.Currency) is { } perLot
            ? RoundUp(perLot * volume, Currencies.Digits(context.Account.Currency))
            : null;

    /// <summary>
    /// What an open position loses from its present closing price to its stop, account currency, unrounded, with assumed slippage and the
    /// commission of the close; those alone where the stop lies in profit already.
    /// </summary>
    /// <param name="position">The position.</param>
    /// <param name="market">Its instrument and quote.</param>
    /// <param name="rates">Conversion rates.</param>
    /// <param name="currency">Account currency.</param>
    /// <returns>Null without stop, quote or rate: the loss has no bound that is known.</returns>
    public static decimal? OfPosition(Position position, PricedMarket market, CurrencyConverter rates, string currency)
    {
        if (position.StopLoss is not { } stop || market.Quote is not { } quote)
        {
            return null;
        }

        decimal close = position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
        decimal distance = Math.Max(0, (int)position.Side * (close - stop));
        return (PerLot(market.Instrument, stop + distance, stop, rates, currency) - market.Instrument.CommissionPerLot) * position.Volume;
    }

    /// <summary>Rounds an amount of risk up: a risk shown too small is the dangerous mistake.</summary>
    public static decimal RoundUp(decimal amount, int digits)
    {
        decimal scale = (decimal)Math.Pow(10, digits);
        return Math.Ceiling(amount * scale) / scale;
    }
}
