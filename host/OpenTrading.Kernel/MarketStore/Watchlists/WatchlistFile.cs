using System.Text.Json;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>Named lists of symbols, kept in one file that is replaced whole. The list <c>main</c> is always there.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class WatchlistFile
{
    /// <summary>The list that stands for symbols where a caller names none.</summary>
    public const string Main = "main";

    /// <summary>Most symbols of a list.</summary>
    public const int MostSymbols = 50;

    /// <summary>Most lists.</summary>
    public const int MostLists = 100;

    private readonly string _path;
    private readonly string[] _main;
    private readonly Lock _turn = new();
    private Dictionary<string, string[]>? _lists;

    /// <summary>Lists below a folder; nothing is read before it is asked for.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="main">What <c>main</c> holds until it is set.</param>
    public WatchlistFile(string folder, IReadOnlyList<string> main) => (_path, _main) = (Path.Combine(folder, "watchlists.json"), [.. main]);

    /// <summary>Names of the lists.</summary>
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

    /// <summary>Symbols of a list; null when there is none of that name.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public IReadOnlyList<string>? Find(string name)
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

            Write(next);
            _lists = next;
            return before;
        }
    }

    private Dictionary<string, string[]> Lists() => _lists ??= Read();

    private Dictionary<string, string[]> Read()
    {
        try
        {
            return File.Exists(_path)
                ? new(JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllBytes(_path)) ?? throw new JsonException("it holds nothing"), StringComparer.Ordinal)
                : new(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException(Path.GetFileName(_path), "the watchlists cannot be read", "Mend the file in the state folder, or move it away.", e);
        }
    }

    private void Write(Dictionary<string, string[]> lists)
    {
        try
        {
            AtomicFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(lists));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(Path.GetFileName(_path), "the watchlists cannot be written, they are as before", "Free space or mend the state folder.", e);
        }
    }
}
