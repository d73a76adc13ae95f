using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Turns the texts about account and matching into the engine's options.</summary>
internal static class MatchingTerms
{
    /// <summary>Assumptions of matching.</summary>
    /// <exception cref="FormatException">A text is none of its forms.</exception>
    public static MatchingOptions Matching(BacktestTerms terms)
    {
        (int bars, int milliseconds) = Delay(terms.Delay);
        return new MatchingOptions
        {
            Intrabar = terms.Intrabar.Split(':')[0].Trim().ToLowerInvariant() switch
            {
                "pessimistic" or "lower" => IntrabarModel.Pessimistic,
                "ohlc-path" => IntrabarModel.OhlcPath,
                _ => throw Intrabar(terms).Refusal(),
            },
            TrailSource = terms.Trail switch
            {
                "extreme" => TrailSource.Extreme,
                "close" => TrailSource.Close,
                _ => throw new FormatException($"--trail is '{terms.Trail}'; write extreme or close."),
            },
            DelayBars = bars,
            DelayMilliseconds = milliseconds,
            Seed = (ulong)terms.Seed,
        };
    }

    /// <summary>Timeframe of the bars that show what happened inside a bar; null leaves it to the intrabar model.</summary>
    /// <exception cref="FormatException">The timeframe is unknown.</exception>
    public static Timeframe? Lower(BacktestTerms terms)
    {
        TermSyntax term = Intrabar(terms);
        return term.Name != "lower" ? null : Timeframes.TryParse(term.Value, out Timeframe timeframe) ? timeframe : throw term.Refusal();
    }

    /// <summary>Terms of the account.</summary>
    /// <exception cref="FormatException">A text is none of its forms.</exception>
    public static AccountOptions Account(BacktestTerms terms, AccountOptions configured)
    {
        var leverage = new TermSyntax("--leverage", terms.Leverage, "a number such as 30, or none for no margin rules");
        return configured with
        {
            Mode = terms.Account switch
            {
                "netting" => AccountMode.Netting,
                "hedging" => AccountMode.Hedging,
                _ => throw new FormatException($"--account is '{terms.Account}'; write netting or hedging."),
            },
            Leverage = leverage.IsNone ? null : leverage.Number(terms.Leverage, 1, 5000),
            MoneyRounding = terms.MoneyRounding switch
            {
                "none" => MoneyRounding.None,
                "currency" => MoneyRounding.Currency,
                _ => throw new FormatException($"--money-rounding is '{terms.MoneyRounding}'; write none or currency."),
            },
        };
    }

    private static TermSyntax Intrabar(BacktestTerms terms) => new("--intrabar", terms.Intrabar, "pessimistic, ohlc-path or lower:M1");

    private static (int Bars, int Milliseconds) Delay(string text)
    {
        var term = new TermSyntax("--delay", text, "0, 2bars or, on ticks, 300ms");
        return text.Trim() switch
        {
            "0" => (0, 0),
            [.. var bars, 'b', 'a', 'r', 's'] => (term.Whole(bars.Trim(), 0, 10_000), 0),
            [.. var milliseconds, 'm', 's'] => (0, term.Whole(milliseconds.Trim(), 0, 3_600_000)),
            _ => throw term.Refusal(),
        };
    }
}
