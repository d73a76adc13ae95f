namespace OpenTrading.Kernel.MarketStore;

/// <summary>How symbols and sources are called and preferred.</summary>
public sealed record MarketNaming
{
    /// <summary>Sources in the order in which a symbol without prefix is looked for; others come last.</summary>
    /// <value>Default terminals before the store, invented prices last.</value>
    public IReadOnlyList<string> SourceOrder { get; init; } = ["mt5", "mt4", "file", "synthetic"];

    /// <summary>Symbols by other names for them.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();
}
