using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Closed trades of a kept backtest, newest first.</summary>
internal sealed record TradeList : RecordList
{
    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>The trades.</summary>
    public required IReadOnlyList<TradeRow> Trades { get; init; }
}
