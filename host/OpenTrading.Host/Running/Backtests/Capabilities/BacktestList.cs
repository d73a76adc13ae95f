using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Kept backtests, newest first.</summary>
internal sealed record BacktestList : RecordList
{
    /// <summary>The backtests.</summary>
    public required IReadOnlyList<BacktestRow> Runs { get; init; }
}
