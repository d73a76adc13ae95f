namespace OpenTrading.Sdk.Capabilities;

/// <summary>Prices of one instrument.</summary>
public abstract record PricesResult : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its name at the source.</summary>
    public required string BrokerSymbol { get; init; }

    /// <summary>Whether the market is closed now; null where its hours are not known.</summary>
    public bool? MarketClosed { get; init; }
}
