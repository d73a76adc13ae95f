namespace OpenTrading.Sdk.Market;

/// <summary>Kind of instrument; decides the pip and the margin formula.</summary>
public enum AssetClass
{
    /// <summary>Currency pair.</summary>
    Fx,
    /// <summary>Spot metal quoted as a pair, such as XAUUSD.</summary>
    Metal,
    /// <summary>Index contract for difference.</summary>
    Index,
    /// <summary>Energy contract for difference.</summary>
    Energy,
    /// <summary>Crypto currency.</summary>
    Crypto,
    /// <summary>Share.</summary>
    Stock,
}
