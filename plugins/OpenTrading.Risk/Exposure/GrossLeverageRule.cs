using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>The traded value of everything open and waiting, long and short, this entry included, is at most a multiple of the risk base. The entry is lowered to that.</summary>
[RiskRule("gross_leverage_max", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "The traded value of everything open and waiting, with this entry, is within a multiple of the smaller of balance and equity.")]
public sealed class GrossLeverageRule(
    [RiskParameter(Min = 0.1, Max = 50, Paper = 20, Live = 10, Description = "multiple of the risk base")] decimal mult) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        string currency = context.Account.Currency;
        if (context is not { Instrument: { } instrument, EntryPrice: { } entry } || Notional.Of(instrument, 1, entry, context.Rates, currency) is not { } perLot)
        {
            return RuleResult.Missing("a price and a rate to the account currency");
        }

        decimal? held = 0;
        foreach ((string symbol, decimal lots, decimal? price) in context.Positions.Select(p => (p.Symbol, p.Volume, context.Markets.GetValueOrDefault(p.Symbol)?.Quote?.Mid))
            .Concat(context.Committed.Select(o => (o.Symbol, o.Volume, (decimal?)o.Price))))
        {
            held += price is { } at && context.Markets.GetValueOrDefault(symbol)?.Instrument is { } other ? Notional.Of(other, lots, at, context.Rates, currency) : null;
        }

        if (held is not { } open)
        {
            return RuleResult.Missing("a price and a rate of everything that is open");
        }

        decimal limit = mult * context.Account.RiskBase;
        RuleResult result = RuleResult.AtMost(open + (perLot * context.Order.Volume), limit, currency);
        return perLot > 0 ? result.OrReduceTo((limit - open) / perLot) : result;
    }
}
