using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Sizing;

/// <summary>What prices of an instrument mean in account currency.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="rates">Conversion rates.</param>
/// <param name="currency">Account currency.</param>
internal sealed class PositionMoney(Instrument instrument, CurrencyConverter rates, string currency)
{
    /// <summary>Value of a price distance, unrounded.</summary>
    /// <exception cref="CapabilityException">There is no rate to the account currency.</exception>
    public decimal Of(decimal distance, decimal lots) => distance / instrument.TickSize * instrument.TickValue * lots * Rate(instrument.ProfitCurrency);

    /// <summary>Margin of lots at a price, rounded up; 0 without leverage.</summary>
    /// <exception cref="CapabilityException">There is no rate to the account currency.</exception>
    public decimal Margin(decimal lots, decimal price, decimal? leverage) => leverage is not { } times
        ? 0
        : Loss.RoundUp((Notional.Of(instrument, lots, price, rates, currency) ?? throw NoRate(instrument.BaseCurrency)) / times, Digits);

    /// <summary>Swap of one night; negative is paid.</summary>
    public decimal Swap(decimal lots, decimal price, bool isLong)
    {
        decimal rate = isLong ? instrument.SwapLong : instrument.SwapShort;
        return Round(instrument.SwapMode switch
        {
            SwapMode.MoneyPerLot => rate * lots,
            SwapMode.PercentPerYear => Of(price, lots) * rate / 36_000,
            _ => Of(rate * instrument.Point, lots),
        });
    }

    /// <summary>Rounds to the digits of the account currency.</summary>
    public decimal Round(decimal amount) => Math.Round(amount, Digits, MidpointRounding.AwayFromZero);

    private int Digits => Currencies.Digits(currency);

    private decimal Rate(string from) => rates.Rate(from, currency) ?? throw NoRate(from);

    private CapabilityException NoRate(string from) => new(
        ErrorCode.DataUnavailable, $"There is no rate from {from} to {currency}, so {instrument.Symbol} cannot be valued", $"Trade a pair of {currency}, or an account in {from}.");
}
