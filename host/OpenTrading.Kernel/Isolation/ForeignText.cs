using System.Text;

namespace OpenTrading.Kernel.Isolation;

/// <summary>Text that foreign code made. The journal takes none that UTF-8 cannot carry.</summary>
internal static class ForeignText
{
    /// <summary>Whether it is there and every surrogate in it has its partner.</summary>
    public static bool IsSound(string? text) =>
        text is not null && (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') || Mend(text) == text);

    /// <summary>The first line of a text, mended.</summary>
    public static string FirstLine(string? text) => Mend(text).Split(['\n', '\r'], 2)[0].TrimEnd();

    /// <summary>The text with U+FFFD for every lone surrogate; empty for none.</summary>
    public static string Mend(string? text)
    {
        var mended = new StringBuilder(text?.Length ?? 0);
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            mended.Append(rune.ToString());
        }

        return mended.ToString();
    }
}
