using System.Globalization;
using System.Text.Json;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Robustness.WalkForward;
using OpenTrading.Kernel.Backtesting.Sweeps;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary>Prints a sweep: the best combinations, what the whole of the trials says about them, and a map of the parameters.</summary>
internal static class SweepSummary
{
    private const string Shades = " .:-=+*#%@";
    private const int WidestMap = 60;

    public static void Print(Terminal terminal, SweepOutcome outcome, int top)
    {
        SweepResult result = outcome.Result;
        int failed = result.Trials.Count(t => t.Failure is not null);
        string resumed = outcome.Resumed > 0 ? Text($", {outcome.Resumed:N0} of them from the run before") : "";
        terminal.Line(Text($"{result.Trials.Count:N0} of {result.Grid.Count:N0} combinations in {outcome.Sweeping.TotalSeconds:0.00} s{resumed}{(failed > 0 ? Text($", {failed:N0} failed") : "")}"));
        if (result.Trials.FirstOrDefault(t => t.Failure is not null) is { } first)
        {
            terminal.Line($"- for example {Parameters(result.Grid, first)}: {first.Failure}");
        }

        if (!result.Ranked().Any())
        {
            terminal.Line($"none of them has a value of {result.Objective.Key} to be ranked by: too few trades, or none; run one combination without --sweep to see why");
            return;
        }

        terminal.Line();
        terminal.Table(
            ["rank", .. result.Grid.Axes.Select(a => a.Name), result.Objective.Key, "final equity", "fills", "trades"],
            result.Ranked().Take(top).Select((t, i) => (string[])
            [
                Text($"{i + 1}"), .. result.Grid.Values(t.Cell).Select(v => Text($"{v}")), Text($"{t.Objective:0.####}"), Text($"{t.FinalEquity:N2}"), Text($"{t.Fills:N0}"), Text($"{t.Trades:N0}"),
            ]));
        Map(terminal, result);
        Tell(terminal, outcome.Robustness);
    }

    /// <summary>The sweep as the next member of a JSON document.</summary>
    public static void Write(Utf8JsonWriter writer, SweepOutcome outcome, int top)
    {
        SweepResult result = outcome.Result;
        writer.WriteStartObject("sweep");
        writer.WriteNumber("combinations", result.Grid.Count);
        writer.WriteNumber("trials", result.Trials.Count);
        writer.WriteNumber("failed", result.Trials.Count(t => t.Failure is not null));
        writer.WriteString("objective", result.Objective.Key);
        writer.WriteStartArray("best");
        foreach (Trial trial in result.Ranked().Take(top))
        {
            writer.WriteStartObject();
            writer.WriteNumber("index", trial.Cell);
            writer.WriteStartObject("parameters");
            foreach ((ParameterAxis axis, double value) in result.Grid.Axes.Zip(result.Grid.Values(trial.Cell)))
            {
                writer.WriteNumber(axis.Name, value);
            }

            writer.WriteEndObject();
            writer.WriteNumber("objective", trial.Objective);
            writer.WriteNumber("finalEquity", trial.FinalEquity);
            writer.WriteNumber("fills", trial.Fills);
            writer.WriteNumber("closedTrades", trial.Trades);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Map(Terminal terminal, SweepResult result)
    {
        if (result.Trials.Count != result.Grid.Count || result.Grid.Axes.Count < 2 || result.Grid.Axes[1].Values.Count > WidestMap)
        {
            return;
        }

        HeatMap map = HeatMap.Of(result.Grid, [.. result.Trials.OrderBy(t => t.Cell).Select(t => double.IsFinite(t.FinalEquity) ? t.FinalEquity : 0)]);
        double least = map.Cells.Min(r => r.Min());
        double span = map.Cells.Max(r => r.Max()) - least;
        terminal.Line();
        terminal.Line(Text($"final equity by {map.Rows!.Name} (down) and {map.Columns.Name} (across, {map.Columns.Values[0]} to {map.Columns.Values[^1]}); darker is more"));
        for (int row = 0; row < map.Cells.Count; row++)
        {
            string cells = string.Concat(map.Cells[row].Select(c => Shades[span > 0 ? (int)Math.Min(Shades.Length - 1, (c - least) / span * Shades.Length) : 0]));
            terminal.Line(Text($"{map.Rows.Values[row],8}  {cells}"));
        }
    }

    private static void Tell(Terminal terminal, RobustnessResults? robustness)
    {
        if (robustness is null)
        {
            return;
        }

        terminal.Line();
        if (robustness.Sensitivity is { } sensitivity)
        {
            terminal.Line(Text($"neighbours of the best keep {sensitivity.PlateauRatio:0.00} of its profit; {sensitivity.ProfitableShare:P0} of all combinations made a profit"));
        }

        if (robustness.Overfitting is { } cscv)
        {
            terminal.Line(Text($"probability of overfitting {cscv.ProbabilityOfOverfitting:0.000} over {cscv.Splits.Count:N0} splits; out of sample {cscv.ProbabilityOfLoss:P0} of the choices lost"));
        }

        if (robustness.DeflatedSharpe is { } sharpe)
        {
            terminal.Line(Text($"deflated Sharpe ratio {sharpe.Probability:0.000} for {sharpe.Trials:N0} trials ({sharpe.EffectiveProbability:0.000} for {sharpe.Effective.Count:0} effective ones)"));
        }

        foreach (WalkForwardResult forward in robustness.WalkForwards)
        {
            terminal.Line(Text($"walk-forward, {forward.Plan.Mode.ToString().ToLowerInvariant()}{(forward.IsRerun ? ", each window run anew" : "")}, {forward.Steps.Count} windows: {forward.OutOfSampleProfit:+#,0.00;-#,0.00;0.00} out of sample, efficiency {forward.Efficiency:0.000}"));
        }

        if (robustness.KFold is { } folds)
        {
            terminal.Line(Text($"purged K-fold, {folds.Steps.Count} folds: {folds.TestProfit:+#,0.00;-#,0.00;0.00} on bars that were not chosen on, {folds.ProfitableFolds} profitable, efficiency {folds.Efficiency:0.000}"));
        }
    }

    private static string Parameters(ParameterGrid grid, Trial trial) =>
        string.Join(' ', grid.Axes.Zip(grid.Values(trial.Cell), (axis, value) => Text($"{axis.Name}={value}")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
