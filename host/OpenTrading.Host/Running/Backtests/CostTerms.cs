using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Turns the cost texts of a backtest into the cost models of one instrument.</summary>
internal static class CostTerms
{
    /// <summary>The spread model.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instrument">Instrument with its pip.</param>
    /// <param name="bars">Bars whose recorded spreads the median is taken of.</param>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static SpreadModel Spread(string text, Instrument instrument, BarSeries bars)
    {
        var term = new TermSyntax("--spread", text, "recorded, median-by-hour, fixed:1.2pips, fixed:12points or 0");
        return term.Name switch
        {
            _ when term.IsNone => SpreadModel.None,
            "recorded" when term.Value.Length == 0 => SpreadModel.Recorded,
            "median-by-hour" when term.Value.Length == 0 => MedianByHourSpread.Of(instrument, bars),
            "fixed" => new FixedSpread(FixedPoints(term, instrument)),
            _ => throw term.Refusal(),
        };
    }

    /// <summary>The commission; null takes the instrument's own.</summary>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static Commission? Commission(string text)
    {
        if (text.Trim() == "instrument")
        {
            return null;
        }

        Commission sum = Simulation.Costs.Commission.None;
        foreach (string part in text.Split(','))
        {
            var term = new TermSyntax("--commission", part, "instrument, 0, or per-lot:3.5, notional:0.00007, per-trade:1, joined by commas");
            sum = term.Name switch
            {
                _ when term.IsNone => sum,
                "per-lot" => sum with { PerLot = term.Number(term.Value, 0) },
                "notional" => sum with { NotionalFraction = term.Number(term.Value, 0, 1) },
                "per-trade" => sum with { PerTrade = term.Number(term.Value, 0) },
                _ => throw term.Refusal(),
            };
        }

        return sum;
    }

    /// <summary>The slippage model.</summary>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static SlippageModel Slippage(string text)
    {
        var term = new TermSyntax("--slippage", text, "0, fixed:3, random:0..5 or volatility:0.1");
        switch (term.Name)
        {
            case var _ when term.IsNone:
                return SlippageModel.None;
            case "fixed":
                return new FixedSlippage(term.Whole(term.Value));
            case "volatility":
                return new VolatilitySlippage((double)term.Number(term.Value, 0, 1000));
            case "random":
                (string from, string to) = term.Pair("..");
                int least = term.Whole(from);
                return new RandomSlippage(least, term.Whole(to, least));
            default:
                throw term.Refusal();
        }
    }

    /// <summary>The instrument with the swap asked for.</summary>
    /// <exception cref="FormatException">The text is none of the forms.</exception>
    public static Instrument WithSwap(string text, Instrument instrument)
    {
        var term = new TermSyntax("--swap", text, "0, instrument, points:-2.1/0.8, money:-5/1 or percent:-3/1, long and short");
        if (term.Name == "instrument" && term.Value.Length == 0)
        {
            return instrument;
        }

        if (term.IsNone)
        {
            return instrument with { SwapLong = 0, SwapShort = 0 };
        }

        SwapMode mode = term.Name switch
        {
            "points" => SwapMode.Points,
            "money" => SwapMode.MoneyPerLot,
            "percent" => SwapMode.PercentPerYear,
            _ => throw term.Refusal(),
        };
        (string ofLong, string ofShort) = term.Pair("/");
        return instrument with { SwapMode = mode, SwapLong = term.Number(ofLong), SwapShort = term.Number(ofShort) };
    }

    private static int FixedPoints(TermSyntax term, Instrument instrument)
    {
        bool inPips = term.Value.EndsWith("pips", StringComparison.OrdinalIgnoreCase);
        string number = inPips ? term.Value[..^4] : term.Value.EndsWith("points", StringComparison.OrdinalIgnoreCase) ? term.Value[..^6] : term.Value;
        decimal points = term.Number(number.Trim(), 0) * (inPips ? instrument.Pip / instrument.Point : 1);
        return decimal.IsInteger(points) && points <= 1_000_000 ? (int)points : throw term.Refusal();
    }
}
