namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>
/// The head of a script: what stands before its first line of code. <c>#load</c> and <c>#r</c> have their place there, as in any C# script, so
/// that the files a script consists of are known without a compiler.
/// </summary>
internal static class ScriptHead
{
    private const string NewLines = "\r\n\u0085\u2028\u2029";

    // Whether code below these is compiled at all is the compiler's knowledge; the head ends here.
    private static readonly string[] Conditional = ["if", "elif", "else", "endif"];

    /// <summary>The directives, in order.</summary>
    public static IReadOnlyList<ScriptDirective> Read(string text)
    {
        var found = new List<ScriptDirective>();
        int at = 0;
        int line = 1;
        int lineStart = 0;
        while (at < text.Length)
        {
            if (NewLines.Contains(text[at], StringComparison.Ordinal))
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                lineStart = at;
                line++;
            }
            else if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (Follows(text, at, "//"))
            {
                at = EndOfLine(text, at);
            }
            else if (Follows(text, at, "/*"))
            {
                int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                for (end = end < 0 ? text.Length : end + 2; at < end; at++)
                {
                    // A pair of return and line feed is one line; the feed counts it.
                    if (NewLines.Contains(text[at], StringComparison.Ordinal) && !Follows(text, at, "\r\n"))
                    {
                        lineStart = at + 1;
                        line++;
                    }
                }
            }
            else if (text[at] == '#')
            {
                int end = EndOfLine(text, at);
                ReadOnlySpan<char> rest = text.AsSpan(at + 1, end - at - 1).TrimStart();
                int length = rest.IndexOfAnyExceptInRange('a', 'z');
                string name = (length < 0 ? rest : rest[..length]).ToString();
                if (Conditional.Contains(name))
                {
                    break;
                }

                if (name is "load" or "r")
                {
                    found.Add(new ScriptDirective(name, Quoted(rest[name.Length..]), at, line, at - lineStart + 1));
                }

                at = end;
            }
            else
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The text with its directives turned into comments; every other character keeps its line and column.</summary>
    public static string WithoutDirectives(string text)
    {
        IReadOnlyList<ScriptDirective> directives = Read(text);
        if (directives.Count == 0)
        {
            return text;
        }

        char[] code = text.ToCharArray();
        foreach (ScriptDirective directive in directives)
        {
            "//".CopyTo(code.AsSpan(directive.Start));
        }

        return new string(code);
    }

    private static bool Follows(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int EndOfLine(string text, int at) => text.AsSpan(at).IndexOfAny(NewLines) is var length and >= 0 ? at + length : text.Length;

    // "NAME" and nothing after it but a comment.
    private static string? Quoted(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> text = rest.Trim();
        int end = text.StartsWith("\"") ? text[1..].IndexOf('"') : -1;
        if (end <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> after = text[(end + 2)..].TrimStart();
        return after.IsEmpty || after.StartsWith("//") ? text.Slice(1, end).ToString() : null;
    }
}
