using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>What was brought from the terminal into the store.</summary>
public sealed record Mt5SyncResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required OpenTrading.Sdk.Market.Timeframe Timeframe { get; init; }

    /// <summary>Bars that were read.</summary>
    public required int Rows { get; init; }

    /// <summary>Bars that were not stored before.</summary>
    public required int Added { get; init; }

    /// <summary>UTC opening time of the first.</summary>
    public required DateTime From { get; init; }

    /// <summary>UTC opening time of the last.</summary>
    public required DateTime To { get; init; }

    /// <summary>Places inside trading hours where a bar should be and is none.</summary>
    public required int Gaps { get; init; }
}
