using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Simulation.Accounts;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Writes down what a backtest ran on, so that its report explains itself.</summary>
internal static class ReportMaker
{
    private static readonly string Version =
        typeof(ReportMaker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The report of a finished backtest.</summary>
    /// <param name="outcome">The backtest.</param>
    /// <param name="robustness">What was done to find out whether it can be trusted; null when nothing was.</param>
    public static BacktestReport Of(BacktestOutcome outcome, RobustnessResults? robustness = null)
    {
        BacktestPlan plan = outcome.Plan;
        BacktestTerms terms = plan.Request.Terms;
        return new BacktestReport
        {
            EngineVersion = Version,
            Inputs = [.. plan.Inputs.SelectMany(Inputs)],
            Config = Config(plan),
            Strategy = Strategy(outcome.Strategies),
            Assumptions = new ReportedAssumptions
            {
                Account = plan.Account,
                Matching = plan.Matching,
                InTicks = plan.Inputs.Any(i => i.Ticks is not null),
                InLowerBars = plan.Inputs.Any(i => i.Lower is not null),
                Spread = terms.Spread == "recorded" ? "as recorded" : terms.Spread,
                Slippage = None(terms.Slippage),
                Commission = None(terms.Commission),
                Swap = None(terms.Swap),
                ClosedAtEnd = plan.Request.CloseAtEnd,
            },
            Summary = outcome.Summary,
            Markets = [.. plan.Markets.Select(m => new ReportedMarket(m.Timeframe.ToString(), m.Bars))],
            Rejections = [.. outcome.Result.Rejections.Select(r => new ReportedRejection(r.Time, r.Symbol, r.Side, r.Lots, r.Reason, r.Detail))],
            Warnings = [.. Warnings(outcome)],
            Robustness = robustness,
        };
    }

    private static IEnumerable<ReportedInput> Inputs(PriceInput input)
    {
        (long rows, long first, long last) = input.Ticks is { } ticks
            ? (ticks.Count, ticks.Times[0], ticks.Times[^1])
            : (input.Bars.Count, input.Bars.Times[0], input.Bars.Times[^1]);
        return input.Files.Select(f => new ReportedInput(f.Name, rows, new DateTime(first, DateTimeKind.Utc), new DateTime(last, DateTimeKind.Utc), f.Sha256));
    }

    private static JsonObject Config(BacktestPlan plan)
    {
        BacktestRequest request = plan.Request;
        BacktestTerms terms = request.Terms;
        return new JsonObject
        {
            ["symbols"] = new JsonArray([.. request.Symbols.Select(s => JsonValue.Create(s))]),
            ["timeframe"] = request.Timeframe.ToString(),
            ["aggregatedFrom"] = plan.Inputs[0].AggregatedFrom,
            ["from"] = Time(request.From),
            ["to"] = Time(request.To),
            ["strategies"] = new JsonArray([.. request.Strategies.Select(s => JsonValue.Create(s))]),
            ["voting"] = plan.Voting,
            ["cash"] = plan.Account.InitialCash,
            ["currency"] = plan.Account.Currency,
            ["size"] = plan.Size,
            ["account"] = terms.Account,
            ["leverage"] = plan.Account.Leverage,
            ["moneyRounding"] = plan.Account.MoneyRounding == MoneyRounding.Currency ? "currency" : "none",
            ["spread"] = terms.Spread,
            ["commission"] = terms.Commission,
            ["slippage"] = terms.Slippage,
            ["swap"] = terms.Swap,
            ["delay"] = terms.Delay,
            ["intrabar"] = terms.Intrabar,
            ["trail"] = terms.Trail,
            ["risk"] = request.Risk,
            ["seed"] = terms.Seed,
            ["closeAtEnd"] = request.CloseAtEnd,
        };
    }

    private static ReportedStrategy Strategy(JournalArray strategies)
    {
        JsonArray picked = JsonNode.Parse(new JournalPayload { ["all"] = strategies }.ToString())!["all"]!.AsArray();
        var parameters = new JsonObject();
        foreach (JsonNode? each in picked)
        {
            string id = (string)each!["strategyId"]!;
            foreach ((string name, JsonNode? value) in each["parameters"]!.AsObject())
            {
                parameters[picked.Count == 1 ? name : $"{id}.{name}"] = value!.DeepClone();
            }
        }

        return new ReportedStrategy(
            string.Join(" + ", picked.Select(p => (string)p!["strategyId"]!)),
            string.Join(" + ", picked.Select(p => (string?)p!["sha256"] ?? "")),
            parameters);
    }

    private static IEnumerable<ReportedWarning> Warnings(BacktestOutcome outcome)
    {
        foreach ((PriceInput input, BacktestMarket market) in outcome.Plan.Inputs.Zip(outcome.Plan.Markets))
        {
            IReadOnlyList<Gap> gaps = BarQuality.Gaps(input.Bars, market.Setup.Instrument.Sessions);
            if (gaps.Count > 0)
            {
                yield return new ReportedWarning(
                    "gaps", Text($"{input.Bars.Symbol}: {gaps.Count} gaps of {gaps.Sum(g => (long)g.Missing)} bars inside trading hours; what would have happened in them is not known."), gaps.Count);
            }
        }

        BacktestResult result = outcome.Result;
        if (result.FallbackBars > 0)
        {
            yield return new ReportedWarning("fallback_bars", Text($"{result.FallbackBars} bars have no lower bars; inside them the intrabar model decided."), result.FallbackBars);
        }

        foreach (FailedStrategy failed in result.Failed)
        {
            yield return new ReportedWarning("strategy_failed", Text($"{failed.Id} was taken out on the bar of {failed.Bar:yyyy-MM-dd HH:mm}: {failed.Why.TrimEnd('.')}. What follows is without it."), 1);
        }

        foreach (ReasonCount skipped in result.Skipped)
        {
            yield return new ReportedWarning("no_order", Text($"{skipped.Count} signals or intents led to no order, {First(skipped)}: {skipped.Reason}."), skipped.Count);
        }

        foreach (ReasonCount refused in result.Refused)
        {
            yield return new ReportedWarning("rejected", Text($"{refused.Count} orders were refused, {First(refused)}: {refused.Reason} ({refused.Detail})."), refused.Count);
        }

        if (result.Events.StopOuts > 0)
        {
            yield return new ReportedWarning("stop_out", Text($"{result.Events.StopOuts} positions were closed by the broker for lack of margin."), result.Events.StopOuts);
        }
    }

    private static string First(in ReasonCount count) => Text($"{(count.Count == 1 ? "on" : "the first on")} the bar of {count.First:yyyy-MM-dd HH:mm}");

    private static string None(string text) => text is "0" or "none" ? "none" : text;

    private static string? Time(DateTime? time) => time?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
