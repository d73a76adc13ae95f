using System.Globalization;
using OpenTrading.Host.Running.Backtests;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Kernel.Orders;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary>Prints a backtest for people: what to distrust first, then the result, its costs and the last trades.</summary>
internal static class BacktestSummary
{
    private const int LatestTrades = 8;

    public static void Print(Terminal terminal, BacktestReport report, BacktestOutcome outcome, string? folder)
    {
        foreach (string verdict in ReportVerdicts.Of(report))
        {
            terminal.Line($"! {verdict}");
        }

        foreach (ReportedWarning warning in report.Warnings)
        {
            terminal.Line($"- {warning.Message}");
        }

        RunSummary summary = outcome.Summary;
        EquityCurve curve = summary.Run.Curve;
        terminal.Line();
        terminal.Line(Text($"{string.Join(", ", outcome.Plan.Request.Symbols)} {outcome.Plan.Request.Timeframe}: {curve.Count:N0} bars, {curve.TimeOf(0):yyyy-MM-dd} to {curve.TimeOf(curve.Count - 1):yyyy-MM-dd}"));
        terminal.Line($"{report.Strategy.Name} {string.Join(' ', report.Strategy.Parameters.Select(p => $"{p.Key}={p.Value}"))}, size {outcome.Plan.Size}, risk rules {outcome.Plan.Request.Risk}");
        terminal.Line();
        string currency = summary.Run.Currency;
        terminal.Table(["result", "", "trades", "", "costs", ""],
        [
            ["net profit", Text($"{summary.Profit.NetProfit:+#,0.00;-#,0.00;0.00} {currency}"), "closed", Text($"{summary.Trades.Closed:N0}"), "commission", Money(summary.Costs.Commission)],
            ["final equity", Text($"{summary.Profit.FinalEquity:N2}"), "winners", Percent(summary.Trades.WinRate), "spread", Money(summary.Costs.Spread)],
            ["annual growth", Percent(summary.Profit.Cagr), "profit factor", Number(summary.Trades.ProfitFactor), "slippage", Money(summary.Costs.Slippage)],
            ["Sharpe ratio", Number(summary.Daily.Sharpe), "mean net", Money(summary.Trades.Expectancy), "swap", Money(summary.Costs.Swap)],
            ["largest drawdown", Text($"{summary.Drawdown.MaxDrawdownPct:0.00} %"), "time in market", Percent(summary.Activity.Exposure), "in all", Money(summary.Costs.Total)],
        ]);
        PrintTrades(terminal, summary.Run.Trades);
        terminal.Line();
        terminal.Line(Text($"{outcome.Result.Fills:N0} fills, order list {report.OrderListHash[..16]}, run in {outcome.Running.TotalMilliseconds:N0} ms after {outcome.Loading.TotalMilliseconds:N0} ms of loading"));
        if (outcome.Benchmark.Count > 0)
        {
            double[] speeds = [.. outcome.Benchmark.Select(t => outcome.Bars / t.TotalSeconds / 1e6).Order()];
            terminal.Line(Text($"{speeds.Length} runs of the engine alone: best {speeds[^1]:0.0} M bars/s, median {speeds[speeds.Length / 2]:0.0} M bars/s"));
        }

        if (folder is not null)
        {
            terminal.Line($"report: {Path.Combine(folder, "report.html")}");
        }
    }

    private static void PrintTrades(Terminal terminal, IReadOnlyList<SimulatedTrade> trades)
    {
        if (trades.Count == 0)
        {
            return;
        }

        terminal.Line(Text($"last {Math.Min(LatestTrades, trades.Count)} of {trades.Count:N0} trades"));
        terminal.Table(
            ["opened", "closed", "symbol", "side", "lots", "entry", "exit", "reason", "net"],
            trades.Skip(trades.Count - LatestTrades).Select(t => (string[])
            [
                Text($"{t.EntryTime:yyyy-MM-dd HH:mm}"), Text($"{t.ExitTime:yyyy-MM-dd HH:mm}"), t.Instrument.Symbol, Names.Of(t.Side), Text($"{t.Lots}"),
                Text($"{t.EntryPrice}"), Text($"{t.ExitPrice}"), Names.Of(t.Reason), Text($"{t.Net:+0.00;-0.00;0.00}"),
            ]));
    }

    private static string Money(double amount) => double.IsNaN(amount) ? "-" : Text($"{amount:+#,0.00;-#,0.00;0.00}");

    private static string Number(double value) => double.IsNaN(value) ? "-" : Text($"{value:0.00}");

    private static string Percent(double fraction) => double.IsNaN(fraction) ? "-" : Text($"{fraction * 100:0.00} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
