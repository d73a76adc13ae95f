namespace OpenTrading.Sdk.Market;

/// <summary>Unit of <see cref="Instrument.SwapLong"/> and <see cref="Instrument.SwapShort"/>.</summary>
public enum SwapMode
{
    /// <summary>Points per night.</summary>
    Points,
    /// <summary>Account currency per lot and night.</summary>
    MoneyPerLot,
    /// <summary>Percent of the position's value per year of 360 days.</summary>
    PercentPerYear,
}
