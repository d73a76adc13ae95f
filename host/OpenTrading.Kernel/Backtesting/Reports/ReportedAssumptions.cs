using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>What was assumed about the market and the account, so that it can be said in plain words.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ReportedAssumptions
{
    /// <summary>Terms of the account.</summary>
    public required AccountOptions Account { get; init; }

    /// <summary>Rules of matching.</summary>
    public required MatchingOptions Matching { get; init; }

    /// <summary>Whether orders met ticks.</summary>
    public bool InTicks { get; init; }

    /// <summary>Whether lower bars told what happened inside a bar.</summary>
    public bool InLowerBars { get; init; }

    /// <summary>The spread in words, such as <c>as recorded</c> or <c>1.2 pips, fixed</c>.</summary>
    public required string Spread { get; init; }

    /// <summary>The slippage in words.</summary>
    public required string Slippage { get; init; }

    /// <summary>The commission in words.</summary>
    public required string Commission { get; init; }

    /// <summary>The swap in words.</summary>
    public required string Swap { get; init; }

    /// <summary>Whether what was open at the end was closed.</summary>
    public bool ClosedAtEnd { get; init; }

    /// <summary>The assumptions, one sentence each.</summary>
    /// <param name="ambiguousExits">Exits that the intrabar model decided.</param>
    /// <param name="exits">All exits.</param>
    public IReadOnlyList<string> Sentences(int ambiguousExits, int exits) =>
    [
        "A signal is computed on the close of a bar and fills at the next open: buys at the ask, sells at the bid, slippage on top.",
        Inside(ambiguousExits, exits),
        $"Spread: {Spread}. Slippage: {Slippage}. Commission: {Commission}. Swap: {Swap}.",
        Delay,
        FormattableString.Invariant($"{(Account.Mode == AccountMode.Netting ? "Netting account: one position a symbol" : "Hedging account: every entry is a position of its own")}, in {Account.Currency}, ")
            + (Account.Leverage is { } leverage
                ? FormattableString.Invariant($"leverage {leverage}, positions closed at a margin level of {Account.StopOutLevel:P0}.").Replace(" %", "%", StringComparison.Ordinal)
                : "no margin rules."),
        Account.MoneyRounding == MoneyRounding.Currency
            ? "Every booking is rounded to the account currency's digits."
            : "Money is not rounded; a broker rounds every booking.",
        ClosedAtEnd
            ? "What was open at the end was closed at the last close."
            : "What was open at the end stays open, marked at the last close.",
    ];

    private string Delay => (Matching.DelayBars, Matching.DelayMilliseconds) switch
    {
        (0, 0) => "Orders reach the broker without delay.",
        (0, var milliseconds) => FormattableString.Invariant($"Orders, changes and cancels reach the broker {milliseconds} ms late."),
        (var bars, _) => FormattableString.Invariant($"Market orders are {bars} {(bars == 1 ? "bar" : "bars")} late."),
    };

    private string Inside(int ambiguous, int exits)
    {
        if (InTicks)
        {
            return "Orders meet recorded ticks, one by one.";
        }

        string model = Matching.Intrabar == IntrabarModel.OhlcPath
            ? "Inside a bar the price runs open, low, high, close when it rises and open, high, low, close when it falls"
            : "Inside a bar the worst order of events is assumed: the stop loss before the take profit, a doubtful profit does not count";
        string lower = InLowerBars ? "Bars of a lower timeframe tell what happened inside each bar. Within those: " : "";
        string share = FormattableString.Invariant($"; this decided {ambiguous} of {exits} exits, whose bar held both levels.");
        return lower + model + share;
    }
}
