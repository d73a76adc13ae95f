namespace OpenTrading.Sdk.Data;

/// <summary>What the store holds under a key, as its header says.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StoredSeries
{
    /// <summary>Symbol, timeframe and source.</summary>
    public required SeriesKey Key { get; init; }

    /// <summary>Decimal digits of a price, 0 to 8.</summary>
    public required int Digits { get; init; }

    /// <summary>Number of bars or ticks.</summary>
    public required long Rows { get; init; }

    /// <summary>UTC time of the first row.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC time of the last row; a bar's is its opening time.</summary>
    public required DateTime To { get; init; }

    /// <summary>Files that gave rows, oldest import first.</summary>
    public required IReadOnlyList<SourceFile> Files { get; init; }

    /// <summary>Why the series cannot be read, with file and remedy; null when its header is sound. With a fault only the key is known.</summary>
    public string? Fault { get; init; }
}
