using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>What a running host bears of a sweep.</summary>
internal static class SweepSizes
{
    /// <summary>Most combinations that are run.</summary>
    public const int MostRuns = 10_000;

    // From a grid larger than this nobody learns anything by drawing from it.
    private const int MostCells = 1_000_000;
    private const long MostCurveBytes = 512L << 20;

    /// <summary>The grid of some axes.</summary>
    /// <exception cref="FormatException">An axis is none.</exception>
    /// <exception cref="CapabilityException">It has too many cells.</exception>
    public static ParameterGrid Grid(IReadOnlyList<string> axes)
    {
        ParameterAxis[] parsed = [.. axes.Select(SweepText.Parse)];
        double cells = parsed.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        return cells <= MostCells ? Fitting.Of(() => new ParameterGrid(parsed)) : throw new CapabilityException(
            ErrorCode.LimitExceeded, FormattableString.Invariant($"The grid has {cells:N0} combinations; {MostCells:N0} are the most"), "Take larger steps, or fewer parameters.");
    }

    /// <summary>Whether the equity curves of so many runs may be held in memory.</summary>
    public static bool CurvesFit(int runs, int bars) => (long)runs * bars * sizeof(double) <= MostCurveBytes;

    /// <summary>Runs the trials of a sweep.</summary>
    /// <exception cref="CapabilityException">The same sweep runs already, or a strategy did not come back.</exception>
    public static SweepResult Run(SweepExecution execution, SweepPlan sweep, SweepRequest request, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return BacktestRoom.Ran(() => execution.Trials(sweep, request, progress, out _, cancellationToken));
        }
        catch (IOException)
        {
            throw new CapabilityException(ErrorCode.RateLimited, "The same sweep is running already", "Wait for it with get_jobs, or cancel it with cancel_job.");
        }
    }
}
