using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>Changes one value in the text of a TOML file and leaves every other character as it is, comments included.</summary>
internal static class TomlEdit
{
    /// <summary>The text with <c>section.key</c> set.</summary>
    /// <param name="text">A whole file.</param>
    /// <param name="section">Table at the top of the file.</param>
    /// <param name="key">Key in it.</param>
    /// <param name="literal">Value as TOML spells it.</param>
    /// <remarks>Whoever takes the result must read it: a table that is written in a way of its own may not stand a second header.</remarks>
    public static string Set(string text, string section, string key, string literal)
    {
        TomlTable root = TomlReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "");
        var table = root.Find(section)?.Value as TomlTable;
        if (table?.Find(key)?.Value is { } old)
        {
            int start = IndexOf(text, old.Position);
            return string.Concat(text.AsSpan(0, start), literal, text.AsSpan(EndOfValue(text, start)));
        }

        string line = $"{key} = {literal}";
        if (HeaderEnd(text, section) is { } end)
        {
            return text.Insert(end, $"\n{line}");
        }

        string gap = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        return $"{text}{gap}\n[{section}]\n{line}\n";
    }

    private static int IndexOf(string text, TomlPosition position)
    {
        int at = 0;
        for (int line = 1; line < position.Line; line++)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at + position.Column - 1;
    }

    // A value ends where no bracket is open any more and a comma, a closing bracket, a comment or the line's end comes.
    private static int EndOfValue(string text, int start)
    {
        int depth = 0;
        int end = start;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '"' or '\'')
            {
                i = EndOfText(text, i) - 1;
            }
            else if (depth == 0 && c is (',' or ']' or '}' or '#' or '\n' or '\r'))
            {
                return end;
            }
            else if (c == '#')
            {
                i = text.IndexOf('\n', i) is >= 0 and int lineEnd ? lineEnd : text.Length;
            }
            else
            {
                depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
            }

            end = c is ' ' or '\t' ? end : i + 1;
        }

        return end;
    }

    private static int EndOfText(string text, int start)
    {
        char quote = text[start];
        string fence = text.AsSpan(start).StartsWith(new string(quote, 3)) ? new string(quote, 3) : quote.ToString();
        for (int i = start + fence.Length; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text.AsSpan(i).StartsWith(fence))
            {
                return i + fence.Length;
            }
        }

        return text.Length;
    }

    private static int? HeaderEnd(string text, string section)
    {
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at) is >= 0 and int found ? found : text.Length;
            string line = text[at..end].Split('#')[0].Trim();
            if (line.StartsWith('[') && line.EndsWith(']') && line[1..^1].Trim() == section)
            {
                return end > at && text[end - 1] == '\r' ? end - 1 : end;
            }

            at = end + 1;
        }

        return null;
    }
}
