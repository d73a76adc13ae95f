using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>
/// Every rate between the instrument's currencies and the account's is there and, at a broker, fresh. A missing rate is never taken for 1. The simulated
/// account converts at the closes of its bars, which are as old as they are long.
/// </summary>
[RiskRule("money_conversion", OrderClass.EntryOrRaise, "subscribe the pair",
    Description = "Every rate between the instrument's currencies and the account's is known and, at a broker, fresh.")]
public sealed class MoneyConversionRule(
    [RiskParameter(Name = "age_ms", Min = 1000, Max = 300_000, Paper = 60_000, Description = "age of the rates, milliseconds")] int age) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        string account = context.Account.Currency;
        if (context.Account.Kind != AccountKind.Simulated && context.Rates.OldestQuote(instrument.ProfitCurrency, account) is { } oldest && context.Now - oldest > TimeSpan.FromMilliseconds(age))
        {
            return RuleResult.AtMost((decimal)Math.Ceiling((context.Now - oldest).TotalMilliseconds), age, "ms");
        }

        return context.Rates.Rate(instrument.ProfitCurrency, account) is { } rate
            ? RuleResult.Above(rate, 0, $"{account} a {instrument.ProfitCurrency}")
            : RuleResult.Missing($"a rate from {instrument.ProfitCurrency} to {account}");
    }
}
