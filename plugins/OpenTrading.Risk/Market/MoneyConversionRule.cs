using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>Every rate between the instrument's currencies and the account's is there. A missing rate is never taken for 1.</summary>
[RiskRule("money_conversion", OrderClass.EntryOrRaise, "subscribe the pair",
    Description = "Every rate between the instrument's currencies and the account's is known.")]
public sealed class MoneyConversionRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        string account = context.Account.Currency;
        return context.Rates.Rate(instrument.ProfitCurrency, account) is { } rate
            ? RuleResult.Above(rate, 0, $"{account} a {instrument.ProfitCurrency}")
            : RuleResult.Missing($"a rate from {instrument.ProfitCurrency} to {account}");
    }
}
