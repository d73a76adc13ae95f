using System.Globalization;
using System.Text;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Text of a stranger for a terminal: what could move the cursor, colour, hide or turn round what stands beside it is left out.</summary>
internal static class PlainText
{
    private const int Longest = 2000;

    /// <summary>The text on lines of at most so many characters, each after an indent.</summary>
    /// <param name="text">Text from outside.</param>
    /// <param name="indent">What every line begins with.</param>
    /// <param name="width">Characters of a line.</param>
    public static IEnumerable<string> Lines(string text, string indent, int width = 100)
    {
        var line = new StringBuilder();
        foreach (string word in Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return indent + line;
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            yield return indent + line;
        }
    }

    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (kept.Length >= Longest)
            {
                return kept.Append(" [cut]").ToString();
            }

            kept.Append(Rune.GetUnicodeCategory(rune) switch
            {
                // Line ends among them: a stranger's text has no lines of its own beside ours.
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            });
        }

        return kept.ToString();
    }
}
