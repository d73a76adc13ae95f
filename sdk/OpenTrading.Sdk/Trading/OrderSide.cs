namespace OpenTrading.Sdk.Trading;

/// <summary>Direction of an order or position.</summary>
public enum OrderSide
{
    /// <summary>Long; enters at the ask.</summary>
    Buy = 1,
    /// <summary>Short; enters at the bid.</summary>
    Sell = -1,
}
