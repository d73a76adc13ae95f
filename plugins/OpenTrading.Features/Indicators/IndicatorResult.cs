using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Indicators;

/// <summary>An indicator as columns and rows.</summary>
public sealed record IndicatorResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Which indicator.</summary>
    public required string Name { get; init; }

    /// <summary>Value of every parameter.</summary>
    public required IReadOnlyDictionary<string, object?> Parameters { get; init; }

    /// <summary>Names of the columns: time and the outputs.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>One row a bar, oldest first; null where a value is not known or not defined.</summary>
    public required IReadOnlyList<object?[]> Rows { get; init; }

    /// <summary>Bars until every output has a value.</summary>
    public required int WarmupBars { get; init; }
}
