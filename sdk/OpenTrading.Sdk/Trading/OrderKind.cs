namespace OpenTrading.Sdk.Trading;

/// <summary>What an order asks for. Every intent is an order of its own.</summary>
public enum OrderKind
{
    /// <summary>Open or enlarge a position, now or pending.</summary>
    Open,
    /// <summary>Change stop, target, price or expiry of a position or working order.</summary>
    Modify,
    /// <summary>Close a position, wholly or in part.</summary>
    Close,
    /// <summary>Delete a working order.</summary>
    Cancel,
}
