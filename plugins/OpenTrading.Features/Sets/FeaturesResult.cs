using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Sets;

/// <summary>A feature set as columns and rows.</summary>
public sealed record FeaturesResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Which set.</summary>
    public required string Set { get; init; }

    /// <summary>Its version; rises with every change of a formula.</summary>
    public required int Version { get; init; }

    /// <summary>Names of the columns: time and the features.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>One row a bar, oldest first; null where a feature is not known or not defined.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>Share of rows without a value, percent; features that have all of theirs are left out.</summary>
    public required IReadOnlyDictionary<string, double> NullPct { get; init; }

    /// <summary>Whether a row knows nothing beyond the close of its bar.</summary>
    public required bool LeakSafe { get; init; }

    /// <summary>SHA-256 of set, version, times and values of the rows.</summary>
    public required string Hash { get; init; }
}
