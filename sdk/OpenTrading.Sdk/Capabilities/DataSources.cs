namespace OpenTrading.Sdk.Capabilities;

/// <summary>The source that an answer over several items names.</summary>
public static class DataSources
{
    /// <summary>What stands for several sources; then each item names its own.</summary>
    public const string Mixed = "mixed";

    /// <summary>What stands for none.</summary>
    public const string None = "unavailable";

    /// <summary>The one source of all items, <see cref="Mixed"/> or <see cref="None"/>.</summary>
    /// <param name="sources">Sources of the items.</param>
    public static string Of(IEnumerable<string> sources) => sources.Distinct().Take(2).ToArray() switch
    {
        [] => None,
        [{ } only] => only,
        _ => Mixed,
    };
}
