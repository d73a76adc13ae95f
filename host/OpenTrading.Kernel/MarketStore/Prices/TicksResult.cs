using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Ticks as columns and rows.</summary>
public sealed record TicksResult : PricesResult
{
    internal static readonly string[] ColumnNames = ["time", "bid", "ask", "last", "volume"];

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>One row a tick, oldest first.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>Spread over these ticks.</summary>
    public required SpreadRange SpreadPoints { get; init; }

    /// <summary>Cursor to the ticks before these; null where there are none.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Whether there are ticks before these.</summary>
    public bool Truncated => NextCursor is not null;

    // Most sources report no trades: the last two columns are left out where they would hold nothing.
    internal static object?[] Row(in Tick tick, Instrument instrument, bool hasTrades) => hasTrades
        ? [tick.Time, instrument.ToPrice(tick.Bid), instrument.ToPrice(tick.Ask), tick.Last > 0 ? instrument.ToPrice(tick.Last) : null, tick.Volume]
        : [tick.Time, instrument.ToPrice(tick.Bid), instrument.ToPrice(tick.Ask)];
}
