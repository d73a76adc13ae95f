namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>What a source of prices is.</summary>
public enum SourceKind
{
    /// <summary>Imported files.</summary>
    Store,

    /// <summary>A source of a plugin.</summary>
    Feed,
}
