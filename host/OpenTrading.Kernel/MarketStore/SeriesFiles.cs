using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Where a series lies below the store's folder: <c>file/EURUSD/H1.series</c>, <c>file/EURUSD/ticks.series</c>.</summary>
internal static class SeriesFiles
{
    private const string Extension = ".series";
    private const string TicksName = "ticks";
    private const int MaxName = 64;

    /// <exception cref="DataException">The symbol or source cannot be a folder name.</exception>
    public static string PathOf(string store, SeriesKey key)
    {
        string origin = key.Source == $"file:{key.Symbol}" ? "file" : key.Source;
        Require(key, "symbol", key.Symbol);
        Require(key, "source", origin);
        return Path.Combine(store, origin, key.Symbol, (key.Timeframe?.ToString() ?? TicksName) + Extension);
    }

    /// <summary>All series files and the keys their places stand for, in the order of a listing.</summary>
    public static IReadOnlyList<(string Path, SeriesKey Key)> All(string store)
    {
        if (!Directory.Exists(store))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(store, "*" + Extension, SearchOption.AllDirectories)
            .Select(path => (Path: path, Key: KeyOf(store, path)))
            .Where(file => file.Key is not null)
            .Select(file => (file.Path, file.Key!))
            .OrderBy(file => file.Item2.Symbol, StringComparer.Ordinal)
            .ThenBy(file => file.Item2.Source, StringComparer.Ordinal)
            .ThenBy(file => (int?)file.Item2.Timeframe ?? int.MaxValue)];
    }

    private static SeriesKey? KeyOf(string store, string path)
    {
        string[] parts = Path.GetRelativePath(store, path).Split(Path.DirectorySeparatorChar);
        if (parts.Length != 3)
        {
            return null;
        }

        string name = Path.GetFileNameWithoutExtension(parts[2]);
        Timeframe? timeframe = Enum.TryParse(name, out Timeframe parsed) ? parsed : null;
        if (timeframe is null && name != TicksName)
        {
            return null;
        }

        return parts[0] == "file" ? new SeriesKey(parts[1], timeframe) : new SeriesKey(parts[1], timeframe) { Source = parts[0] };
    }

    private static void Require(SeriesKey key, string what, string name)
    {
        bool fits = name.Length is > 0 and <= MaxName && name[0] != '.'
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-#+!^@&$".Contains(letter, StringComparison.Ordinal));
        if (!fits)
        {
            throw new DataException(
                key.ToString(), $"the {what} '{name}' cannot be stored", $"Use 1 to {MaxName} letters, digits or ._-#+!^@&$, not starting with a dot.");
        }
    }
}
