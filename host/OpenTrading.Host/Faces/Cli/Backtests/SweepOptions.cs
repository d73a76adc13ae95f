using System.CommandLine;
using OpenTrading.Host.Running.Backtests;

namespace OpenTrading.Host.Faces.Cli.Backtests;

/// <summary>The options that make a sweep of a backtest.</summary>
internal sealed class SweepOptions
{
    private readonly Option<string[]> _sweep = new("--sweep")
    {
        Description = "Parameter to sweep, as fast=2..40:2 or fast=5,10,20; give it once for each.", DefaultValueFactory = _ => [], HelpName = "NAME=VALUES",
    };

    private readonly Option<string> _objective = new("--objective") { Description = "Metric that ranks the trials, such as netProfit or maxDrawdownPct.", DefaultValueFactory = _ => "sharpe", HelpName = "METRIC" };
    private readonly Option<string> _search = new("--search") { Description = "grid, random:1000 or genetic:1000.", DefaultValueFactory = _ => "grid" };
    private readonly Option<long?> _threads = NumberOption.Whole("--threads", "Threads; default one a core.", 1, 1024);
    private readonly Option<long?> _top = NumberOption.Whole("--top", "Best combinations shown.", 1, 10_000);
    private readonly Option<bool> _overfitting = new("--overfitting") { Description = "Test the trials for overfitting: PBO by CSCV, deflated Sharpe ratio." };
    private readonly Option<string?> _walkForward = new("--walk-forward") { Description = "Choose on IS bars, trade the next OOS bars, move on: 5000/1250, with :anchored, and :rerun to run each window anew.", HelpName = "IS/OOS" };
    private readonly Option<string?> _kFold = new("--k-fold") { Description = "Purged, embargoed folds: K/HORIZON/EMBARGO, such as 5/10/0.01; choose on the other bars, test on each.", HelpName = "K/H/E" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_sweep, _objective, _search, _threads, _top, _overfitting, _walkForward, _kFold])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads them; null when nothing is swept.</summary>
    public SweepRequest? Read(ParseResult arguments) => arguments.GetValue(_sweep) is { Length: > 0 } axes
        ? new SweepRequest(
            axes,
            arguments.GetValue(_objective)!,
            arguments.GetValue(_search)!,
            (int?)arguments.GetValue(_threads),
            arguments.GetValue(_overfitting),
            arguments.GetValue(_walkForward),
            arguments.GetValue(_kFold))
        : null;

    /// <summary>Best combinations shown.</summary>
    public int Top(ParseResult arguments) => (int)(arguments.GetValue(_top) ?? 10);
}
