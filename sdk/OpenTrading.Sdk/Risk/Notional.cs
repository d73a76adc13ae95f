using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Risk;

/// <summary>Traded value of a volume, the base of margin, leverage and exposure.</summary>
public static class Notional
{
    /// <summary>
    /// Value in account currency, unrounded. Currency pairs: contract x volume of base currency. Others, and pairs whose base currency has no rate
    /// but the pair's own price: contract x volume x price of profit currency. Both at the rate that costs more.
    /// </summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="volume">Lots.</param>
    /// <param name="price">Price, price units.</param>
    /// <param name="rates">Conversion rates.</param>
    /// <param name="currency">Account currency.</param>
    /// <returns>Null when a conversion rate is missing.</returns>
    public static decimal? Of(Instrument instrument, decimal volume, decimal price, CurrencyConverter rates, string currency)
    {
        decimal units = instrument.ContractSize * volume;
        return instrument.AssetClass == AssetClass.Fx && rates.Rate(instrument.BaseCurrency, currency) is { } rate
            ? units * rate
            : units * price * rates.Rate(instrument.ProfitCurrency, currency);
    }
}
