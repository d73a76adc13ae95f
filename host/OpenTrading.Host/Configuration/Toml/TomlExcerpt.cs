using System.Globalization;
using System.Text;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Text of the file as an error message shows it: quoted, short, and harmless on a terminal.</summary>
internal static class TomlExcerpt
{
    private const int Longest = 40;

    /// <summary>The text in single quotes, cut after 40 characters.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        StringBuilder shown = new("'");
        AppendCut(shown, text);
        return shown.Append('\'').ToString();
    }

    /// <summary>A key path as a file would write it: <c>risk."daily loss".frac</c>.</summary>
    public static string Of(IEnumerable<TomlKey> path)
    {
        StringBuilder shown = new();
        foreach (TomlKey key in path)
        {
            if (shown.Length > Longest)
            {
                return shown.Append(".…").ToString();
            }

            shown.Append(shown.Length > 0 ? "." : "");
            if (key.Name.Length > 0 && !key.Name.AsSpan().ContainsAnyExcept(TomlKeySyntax.BareCharacters))
            {
                AppendCut(shown, key.Name);
            }
            else
            {
                AppendCut(shown.Append('"'), key.Name);
                shown.Append('"');
            }
        }

        return shown.ToString();
    }

    /// <summary>A character by itself, or its code where it has no visible form: <c>'x'</c>, <c>U+0007</c>.</summary>
    public static string Of(Rune character) =>
        IsVisible(character) ? $"'{character}'" : $"U+{character.Value:X4}";

    private static void AppendCut(StringBuilder shown, ReadOnlySpan<char> text)
    {
        bool cut = text.Length > Longest;
        foreach (Rune character in (cut ? text[..Longest] : text).EnumerateRunes())
        {
            shown.Append(IsVisible(character) ? character.ToString() : $"\\u{character.Value:X4}");
        }

        shown.Append(cut ? "…" : "");
    }

    // A file may hold escape sequences or direction overrides that would repaint the terminal the message is read on.
    private static bool IsVisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
