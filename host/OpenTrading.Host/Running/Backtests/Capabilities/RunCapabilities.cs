using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Kernel.Backtesting.Reports;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Runs strategies over the prices of the host.</summary>
internal sealed class RunCapabilities(BacktestRoom room, RunKeeper keeper)
{
    private const double Kept = 95;

    /// <summary>Runs one.</summary>
    [Capability("run_backtest", "backtest", Effect.Compute, "POST /backtest/run", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("Runs a strategy over recorded bars; kept under runId. Comma list of symbols: a portfolio.")]
    public BacktestRunResult RunBacktest(
        ICallContext call,
        string symbol,
        [Description("See list_strategies")] string strategyId,
        Timeframe timeframe = Timeframe.H1,
        [Description("Values by name; others default")] JsonElement? parameters = null,
        DateTime? from = null,
        DateTime? to = null,
        [Description("e.g. {\"spread\":\"fixed:1pips\"}")] JsonElement? costs = null,
        [Range(1, 1e9)] double capital = 10000,
        [Range(0.01, 100), Description("Risk a trade, percent")] double riskPct = 1)
    {
        call.Progress.Report(new JobProgress(0, "reading prices"));
        BacktestRequest usual = BacktestRoom.Request(new RunArguments(symbol, timeframe, strategyId, parameters, from, to), (decimal)capital, riskPct);
        BacktestRequest request = Overrides.Apply(usual, costs);
        PlannedRun planned = room.Plan(request, call.CancellationToken);
        var progress = new JobSteps(call.Progress, "running", planned.Bars, 5, Kept);
        (PlannedRun run, BacktestOutcome outcome, ReportedWarning? sized) = BacktestRoom.Run(planned, request.Size == usual.Size, progress, call.CancellationToken);
        call.Progress.Report(new JobProgress(Kept, "writing the report"));
        RunCard card = keeper.Keep(run, outcome, robustness: null, sized);
        return BacktestRunResult.Of(card, DataStamp.Of(run.Symbols[0].Instrument, card.To, 2 * timeframe.Length(), room.Market.Now));
    }
}
