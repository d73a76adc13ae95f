namespace OpenTrading.Kernel.MarketStore.Prices;

/// <summary>What a spread was measured on.</summary>
public enum SpreadBasis
{
    /// <summary>Every recorded tick.</summary>
    Ticks,

    /// <summary>The spread recorded with each bar.</summary>
    Bars,
}
