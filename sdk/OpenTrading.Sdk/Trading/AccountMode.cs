namespace OpenTrading.Sdk.Trading;

/// <summary>Whether positions of one symbol add up.</summary>
public enum AccountMode
{
    /// <summary>One position per symbol; opposite orders reduce it.</summary>
    Netting,
    /// <summary>Every entry is a position of its own.</summary>
    Hedging,
}
