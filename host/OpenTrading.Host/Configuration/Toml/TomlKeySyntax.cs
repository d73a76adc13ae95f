using System.Buffers;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Keys: bare, quoted or dotted.</summary>
internal static class TomlKeySyntax
{
    /// <summary>What a key may consist of without quotes.</summary>
    public static SearchValues<char> BareCharacters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>What to do about a character that no key can have.</summary>
    public const string Remedy = "a key is of A-Z a-z 0-9 _ -, or stands in quotes";

    /// <summary>Reads a key and the blanks around it; at least one part.</summary>
    public static List<TomlKey> Read(TomlCursor cursor)
    {
        List<TomlKey> path = [];
        do
        {
            cursor.SkipBlanks();
            path.Add(ReadPart(cursor));
            cursor.SkipBlanks();
        }
        while (cursor.TryTake('.'));
        return path;
    }

    private static TomlKey ReadPart(TomlCursor cursor)
    {
        TomlPosition position = cursor.Position;
        if (cursor.Current is '"' or '\'')
        {
            return new TomlKey(TomlStringSyntax.ReadSingleLine(cursor), position);
        }

        string name = cursor.TakeUntil(static character => !BareCharacters.Contains(character));
        return name.Length > 0
            ? new TomlKey(name, position)
            : throw cursor.Error($"expected a key, found {cursor.DescribeCurrent()}; {Remedy}");
    }
}
