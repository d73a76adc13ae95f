using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>Named lists of symbols, kept in one file that is replaced whole. The list <c>main</c> is always there.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class WatchlistFile : IWatchlists
{
    /// <summary>The list that stands for symbols where a caller names none.</summary>
    public const string Main = "main";

    /// <summary>Most symbols of a list.</summary>
    public const int MostSymbols = 50;

    /// <summary>Most lists.</summary>
    public const int MostLists = 100;

    private readonly StateFile<Dictionary<string, string[]>> _file;
    private readonly string[] _main;
    private readonly Lock _turn = new();
    private Dictionary<string, string[]>? _lists;

    /// <summary>Lists below a folder; nothing is read before it is asked for.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="main">What <c>main</c> holds until it is set.</param>
    public WatchlistFile(string folder, IReadOnlyList<string> main) =>
        (_file, _main) = (new(Path.Combine(folder, "watchlists.json"), "the watchlists"), [.. main]);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_turn)
            {
                return [.. Lists().Keys.Append(Main).Distinct().Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string>? Find(string name = Main)
    {
        lock (_turn)
        {
            return Lists().GetValueOrDefault(name) ?? (name == Main ? _main : null);
        }
    }

    /// <summary>Puts symbols in the place of what a list held; none removes it, and gives <c>main</c> its first content back.</summary>
    /// <returns>What it held before.</returns>
    /// <exception cref="DataException">The file cannot be read or written.</exception>
    public IReadOnlyList<string> Set(string name, IReadOnlyList<string> symbols)
    {
        lock (_turn)
        {
            var next = new Dictionary<string, string[]>(Lists(), StringComparer.Ordinal);
            IReadOnlyList<string> before = Find(name) ?? [];
            if (symbols.Count > 0)
            {
                next[name] = [.. symbols];
            }
            else if (!next.Remove(name))
            {
                return before;
            }

            _file.Write(next);
            _lists = next;
            return before;
        }
    }

    private Dictionary<string, string[]> Lists() => _lists ??= new(_file.Read() ?? [], StringComparer.Ordinal);
}
