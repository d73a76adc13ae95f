using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>Bars as columns and rows.</summary>
public sealed record BarsResult : PricesResult
{
    internal static readonly string[] ColumnNames = ["time", "open", "high", "low", "close", "tickVolume", "spreadPoints"];

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Decimal digits of a price.</summary>
    public required int Digits { get; init; }

    /// <summary>Finer timeframe they were made of; null when the source has them as they are.</summary>
    public Timeframe? AggregatedFrom { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>One row a bar, oldest first.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>Bars missing between these, inside trading hours.</summary>
    public required IReadOnlyList<BarGap> Gaps { get; init; }

    /// <summary>Cursor to the bars before these; null where there are none.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Whether there are bars before these.</summary>
    public bool Truncated => NextCursor is not null;

    internal static object?[] Row(in Bar bar, Instrument instrument) =>
    [
        bar.Time, instrument.ToPrice(bar.Open), instrument.ToPrice(bar.High), instrument.ToPrice(bar.Low), instrument.ToPrice(bar.Close), bar.Volume,
        double.IsFinite(bar.Spread) ? instrument.ToPoints(bar.Spread) : null,
    ];
}
