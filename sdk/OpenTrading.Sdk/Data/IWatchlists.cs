namespace OpenTrading.Sdk.Data;

/// <summary>The named lists of symbols, for reading.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IWatchlists
{
    /// <summary>Names of the lists, sorted. <c>main</c> is always among them.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Symbols of a list; null when there is none of that name.</summary>
    /// <param name="name">Which list. <c>main</c> stands for the symbols where a caller names none.</param>
    /// <exception cref="DataException">The lists cannot be read.</exception>
    IReadOnlyList<string>? Find(string name = "main");
}
