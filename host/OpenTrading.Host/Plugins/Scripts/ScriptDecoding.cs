using System.Text;
using System.Text.Unicode;

namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>Scripts are UTF-8, with or without a byte order mark.</summary>
internal static class ScriptDecoding
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>What is wrong with the bytes; null when they are UTF-8.</summary>
    public static ScriptError? Fault(ReadOnlySpan<byte> bytes, string shown)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }

        int at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        ReadOnlySpan<byte> before = bytes[..at];
        int column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        string text = FormattableString.Invariant($"byte {at + 1} (0x{bytes[at]:X2}) is no UTF-8; save the file as UTF-8.");
        return new ScriptError(shown, before.Count((byte)'\n') + 1, column, ScriptErrorIds.NotText, text);
    }

    /// <summary>The characters, without the mark.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes);
}
