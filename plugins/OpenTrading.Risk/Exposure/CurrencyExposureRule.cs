using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>
/// A pair buys one currency and sells another. The net of each currency over all pairs and metals, this entry included, is at most a multiple of the
/// risk base; the account's own currency does not count. The entry is lowered to that.
/// </summary>
[RiskRule("net_currency_exposure_max", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "The net of each currency, with this entry, is within a multiple of the smaller of balance and equity.")]
public sealed class CurrencyExposureRule(
    [RiskParameter(Min = 0.1, Max = 50, Paper = 20, Live = 10, Description = "multiple of the risk base")] decimal mult) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context is not { Instrument: { } instrument, EntryPrice: { } entry })
        {
            return RuleResult.Missing("a price");
        }

        string account = context.Account.Currency;
        decimal limit = mult * context.Account.RiskBase;
        RuleResult tightest = RuleResult.NotApplicable;
        foreach ((string currency, decimal perLot) in Legs(instrument, (int)context.Order.Side, entry).Where(leg => leg.Currency != account))
        {
            if (Rate(context, instrument, currency, entry) is not { } rate || Net(context, currency) is not { } held)
            {
                return RuleResult.Missing($"a price and a rate from {currency} to {account}");
            }

            decimal after = (held + (perLot * context.Order.Volume)) * rate;
            decimal room = limit - (Math.Sign(perLot) * held * rate);
            RuleResult result = RuleResult.AtMost(Math.Abs(after), limit, account).OrReduceTo(room / (Math.Abs(perLot) * rate));
            tightest = Tighter(tightest, result);
        }

        return tightest;
    }

    // The base currency of a pair that no other pair knows is worth the pair's own price.
    private static decimal? Rate(RiskContext context, Instrument instrument, string currency, decimal entry) => context.Rates.Rate(currency, context.Account.Currency)
        ?? (currency == instrument.BaseCurrency ? entry * context.Rates.Rate(instrument.ProfitCurrency, context.Account.Currency) : null);

    // Units of a currency that everything open and waiting is long, less what it is short.
    private static decimal? Net(RiskContext context, string currency)
    {
        decimal? net = 0;
        foreach ((string symbol, OrderSide side, decimal lots, decimal? price) in context.Positions.Select(p => (p.Symbol, p.Side, p.Volume, context.Markets.GetValueOrDefault(p.Symbol)?.Quote?.Mid))
            .Concat(context.Committed.Select(o => (o.Symbol, o.Side, o.Volume, (decimal?)o.Price))))
        {
            net += price is { } at && context.Markets.GetValueOrDefault(symbol)?.Instrument is { } other
                ? Legs(other, (int)side, at).Where(leg => leg.Currency == currency).Sum(leg => leg.PerLot) * lots
                : null;
        }

        return net;
    }

    private static (string Currency, decimal PerLot)[] Legs(Instrument instrument, int direction, decimal price) => instrument.AssetClass is AssetClass.Fx or AssetClass.Metal
        ? [(instrument.BaseCurrency, direction * instrument.ContractSize), (instrument.ProfitCurrency, -direction * instrument.ContractSize * price)]
        : [];

    private static RuleResult Tighter(RuleResult one, RuleResult other) => (one.Outcome, other.Outcome) switch
    {
        (RuleOutcome.Reject, _) => one,
        (_, RuleOutcome.Reject) => other,
        (RuleOutcome.Reduce, RuleOutcome.Reduce) => one.Volume <= other.Volume ? one : other,
        (RuleOutcome.Reduce, _) => one,
        _ => other,
    };
}
