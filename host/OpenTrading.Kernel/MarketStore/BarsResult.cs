using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Bars as columns and rows.</summary>
public sealed record BarsResult : DataResult
{
    internal static readonly string[] ColumnNames = ["time", "open", "high", "low", "close", "tickVolume", "spreadPoints"];

    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

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

    internal static object?[] Row(in Bar bar, Instrument instrument) =>
    [
        bar.Time, instrument.ToPrice(bar.Open), instrument.ToPrice(bar.High), instrument.ToPrice(bar.Low), instrument.ToPrice(bar.Close), bar.Volume,
        double.IsFinite(bar.Spread) ? instrument.ToPrice(bar.Spread) / instrument.Point : null,
    ];
}
