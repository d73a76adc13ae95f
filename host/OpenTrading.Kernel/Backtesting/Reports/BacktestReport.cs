using System.Text.Json.Nodes;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>All that is told about one run. Nothing in it depends on clock, machine or folder: the same run gives the same bytes.</summary>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed record BacktestReport
{
    /// <summary>Version of the layout of <c>report.json</c>.</summary>
    public const int SchemaVersion = 1;

    private string? _hash;

    /// <summary>Version of the engine that ran.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<ReportedInput> Inputs { get; init; }

    /// <summary>Every setting after defaults, in a fixed order.</summary>
    public required JsonObject Config { get; init; }

    /// <summary>What ran.</summary>
    public required ReportedStrategy Strategy { get; init; }

    /// <summary>What was assumed.</summary>
    public required ReportedAssumptions Assumptions { get; init; }

    /// <summary>What came of it.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>Prices for the charts, in the order of the instruments; may be empty. They do not stand in the JSON.</summary>
    public IReadOnlyList<ReportedMarket> Markets { get; init; } = [];

    /// <summary>How finely the JSON tells the equity. Default daily.</summary>
    public EquityDetail EquityDetail { get; init; }

    /// <summary>Orders that did not fill.</summary>
    public IReadOnlyList<ReportedRejection> Rejections { get; init; } = [];

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<ReportedWarning> Warnings { get; init; } = [];

    /// <summary>What was done to find out whether it can be trusted; null when nothing was.</summary>
    public RobustnessResults? Robustness { get; init; }

    /// <summary>The run.</summary>
    public RunRecord Run => Summary.Run;

    /// <summary>Fingerprint of its fills.</summary>
    public string OrderListHash => _hash ??= HashOf(Run.Fills);

    private static string HashOf(IReadOnlyList<SimulatedFill> fills)
    {
        using var hash = new OrderListHash();
        foreach (SimulatedFill fill in fills)
        {
            hash.Add(fill);
        }

        return hash.Current();
    }
}
