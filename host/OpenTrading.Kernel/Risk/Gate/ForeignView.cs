using System.Collections.Frozen;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>The copy of a context that foreign rules get: it holds still, and nothing in it is shared with the gate but what nobody can change.</summary>
internal static class ForeignView
{
    private static readonly string[] Hubs = ["USD", "EUR"];

    public static RiskContext Of(RiskContext context) => context with
    {
        Instrument = context.Instrument is { } instrument ? instrument with { Sessions = Sealed(instrument.Sessions) } : null,
        Positions = Sealed(context.Positions),
        Orders = Sealed(context.Orders),
        Reserved = Sealed(context.Reserved),
        Markets = context.Markets.ToFrozenDictionary(),
        State = context.State with { InFlightEntries = context.State.InFlightEntries.ToFrozenDictionary(), InDoubt = Sealed(context.State.InDoubt) },
        History = context.History with { Waiting = context.History.Waiting.ToFrozenDictionary() },
        Calendar = context.Calendar is { } calendar ? calendar with { Events = Sealed(calendar.Events), Unavailable = Sealed(calendar.Unavailable) } : null,
        DailyCloses = context.DailyCloses.ToFrozenDictionary(closes => closes.Key, closes => Sealed(closes.Value)),
        Rates = Frozen(context),
        Approval = context.Approval is { } approval ? approval with { Operators = Sealed(approval.Operators) } : null,
    };

    // A collection expression of this type hides its list behind a wrapper without setters.
    private static IReadOnlyList<T> Sealed<T>(IReadOnlyList<T> list) => [.. list];

    // A converter asks the market whenever it is asked itself, so what it would say now is written down: between the currencies of the
    // instrument, the account, and the hubs.
    private static CurrencyConverter Frozen(RiskContext context)
    {
        string[] currencies =
        [
            .. Hubs.Append(context.Account.Currency).Concat(context.Instrument is { } i ? [i.BaseCurrency, i.ProfitCurrency] : []).Distinct(),
        ];
        var quotes = new Dictionary<string, Quote>(StringComparer.Ordinal);
        foreach (string from in currencies)
        {
            foreach (string to in currencies)
            {
                if (from != to && context.Rates.Rate(from, to) is { } rate)
                {
                    // Without a bid it is no rate for the way back: that one has an entry of its own, or none.
                    quotes[from + to] = new Quote(from + to, 0, rate, context.Now, "rate");
                }
            }
        }

        FrozenDictionary<string, Quote> frozen = quotes.ToFrozenDictionary(StringComparer.Ordinal);
        return new CurrencyConverter(frozen.GetValueOrDefault);
    }
}
