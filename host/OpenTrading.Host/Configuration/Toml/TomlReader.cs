using System.Buffers;
using System.Text.Unicode;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Reads TOML 1.0 (https://toml.io/en/v1.0.0) and keeps line and column of every key and value.</summary>
/// <remarks>
/// Refuses what the standard refuses and, with it, what is too large or too deep to be a configuration. Beyond the standard it refuses
/// dates before year 1, leap seconds, offsets beyond ±14:00 and floats beyond the range of a double, which no value here could hold.
/// </remarks>
public static class TomlReader
{
    /// <summary>Largest file: 4 MiB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Most arrays and tables around one another; the document itself does not count.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a whole file.</summary>
    /// <param name="utf8">The file's bytes, in UTF-8 with or without byte order mark.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="TomlException">The bytes are no TOML document, or exceed a limit.</exception>
    public static TomlTable Read(ReadOnlySpan<byte> utf8, string file)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new TomlException(file, TomlPosition.Start, $"the file has {utf8.Length} bytes, more than {MaxBytes}; shorten it");
        }

        return new TomlParser(new TomlCursor(file, Decode(utf8, file))).ReadDocument();
    }

    private static string Decode(ReadOnlySpan<byte> utf8, string file)
    {
        utf8 = utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8;
        char[] characters = new char[utf8.Length];
        OperationStatus status = Utf8.ToUtf16(utf8, characters, out int read, out int written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
        {
            TomlPosition position = EndOf(characters.AsSpan(0, written));
            throw new TomlException(file, position, $"byte 0x{utf8[read]:X2} is not UTF-8; save the file as UTF-8");
        }

        return new string(characters, 0, written);
    }

    private static TomlPosition EndOf(ReadOnlySpan<char> text) =>
        new(text.Count('\n') + 1, text.Length - text.LastIndexOf('\n'));
}
