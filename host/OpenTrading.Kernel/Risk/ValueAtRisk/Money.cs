using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.ValueAtRisk;

/// <summary>Losses of a model as amounts of money.</summary>
internal static class Money
{
    /// <summary>A loss at the digits of the currency, rounded up like every risk.</summary>
    public static decimal RiskOf(double loss, string currency) => Loss.RoundUp((decimal)Math.Round(loss, 6), Currencies.Digits(currency));
}
