using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>
/// What moves together is one risk: the losses at the stops of everything that goes with the entry, the entry included, are at most a fraction of
/// the risk base. What is held in the same symbol, or in one whose past is not known, counts as going with it.
/// </summary>
[RiskRule("correlated_risk_max", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "The loss at the stops of everything correlated with the entry, the entry included, is within this fraction of the smaller of balance and equity.")]
public sealed class CorrelatedRiskRule(
    [RiskParameter(Min = 0.001, Max = 0.20, Paper = 0.10, Live = 0.02, Description = "fraction of the risk base")] decimal frac,
    [RiskParameter(Min = 0, Max = 1, Paper = 0.7, Description = "correlation of daily returns from which two positions count as one")] decimal rho,
    [RiskParameter(Min = 2, Max = 1000, Paper = 60, Description = "daily returns")] int bars) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (OpenLosses.PerLot(context) is not { } perLot)
        {
            return RuleResult.Missing("a stop, a price and a rate to the account currency");
        }

        decimal held = 0;
        foreach ((string symbol, OrderSide side, decimal? loss) in OpenLosses.Each(context))
        {
            if (GoesWith(context, symbol, side) < (double)rho)
            {
                continue;
            }

            if (loss is not { } known)
            {
                return OpenLosses.Unbounded;
            }

            held += known;
        }

        string currency = context.Account.Currency;
        decimal limit = frac * context.Account.RiskBase;
        RuleResult result = RuleResult.AtMost(Loss.RoundUp(held + (perLot * context.Order.Volume), Currencies.Digits(currency)), limit, currency);
        return perLot > 0 ? result.OrReduceTo((limit - held) / perLot) : result;
    }

    private double GoesWith(RiskContext context, string symbol, OrderSide side)
    {
        if (symbol == context.Order.Symbol
            || !context.DailyCloses.TryGetValue(symbol, out IReadOnlyList<DailyClose>? theirs)
            || !context.DailyCloses.TryGetValue(context.Order.Symbol, out IReadOnlyList<DailyClose>? own)
            || DailyReturns.Correlation(own, theirs, bars) is not { } correlation)
        {
            return 1;
        }

        return (int)side * (int)context.Order.Side * correlation;
    }
}
