using System.Text;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>The four kinds of strings: basic "" with escapes and literal '' without, on one line or, tripled, on several.</summary>
internal static class TomlStringSyntax
{
    /// <summary>Reads the string that begins here, of any kind.</summary>
    public static string Read(TomlCursor cursor)
    {
        int quote = cursor.Current;
        return cursor.Peek(1) == quote && cursor.Peek(2) == quote ? ReadMultiLine(cursor) : ReadSingleLine(cursor);
    }

    /// <summary>Reads the string that begins here and must end on its line.</summary>
    public static string ReadSingleLine(TomlCursor cursor)
    {
        TomlPosition opened = cursor.Position;
        char quote = (char)cursor.Current;
        StringBuilder content = new();
        cursor.Advance();
        while (!cursor.TryTake(quote))
        {
            if (cursor.Current == TomlCursor.End || cursor.AtLineEnd)
            {
                throw cursor.Error(opened, $"this string has no end on its line; close it with {quote}");
            }

            AppendCharacter(cursor, quote, content);
        }

        return content.ToString();
    }

    private static string ReadMultiLine(TomlCursor cursor)
    {
        TomlPosition opened = cursor.Position;
        char quote = (char)cursor.Current;
        StringBuilder content = new();
        cursor.Advance(3);
        cursor.TryTakeLineEnd();
        while (true)
        {
            int quotes = CountQuotes(cursor, quote);
            cursor.Advance(quotes);
            if (quotes >= 3)
            {
                return content.Append(quote, quotes - 3).ToString();
            }

            if (quotes > 0)
            {
                content.Append(quote, quotes);
            }
            else if (cursor.Current == TomlCursor.End)
            {
                throw cursor.Error(opened, $"this string has no end; close it with {quote}{quote}{quote}");
            }
            else if (cursor.TryTakeLineEnd())
            {
                // Always \n, so that a checkout with Windows line ends means the same.
                content.Append('\n');
            }
            else if (quote == '\'' || !TrySkipContinuation(cursor))
            {
                AppendCharacter(cursor, quote, content);
            }
        }
    }

    // Two quotes may stand right before the closing three; a sixth belongs to no string.
    private static int CountQuotes(TomlCursor cursor, char quote)
    {
        int count = 0;
        while (count < 5 && cursor.Peek(count) == quote)
        {
            count++;
        }

        return count;
    }

    /// <summary>A backslash at the end of a line takes away the line end and all blanks up to the next text.</summary>
    private static bool TrySkipContinuation(TomlCursor cursor)
    {
        if (cursor.Current != '\\')
        {
            return false;
        }

        int ahead = 1;
        while (cursor.Peek(ahead) is ' ' or '\t')
        {
            ahead++;
        }

        if (!cursor.IsLineEnd(ahead))
        {
            return false;
        }

        cursor.Advance(ahead);
        while (cursor.TryTakeLineEnd())
        {
            cursor.SkipBlanks();
        }

        return true;
    }

    private static void AppendCharacter(TomlCursor cursor, char quote, StringBuilder content)
    {
        if (cursor.Current == '\\' && quote == '"')
        {
            AppendEscape(cursor, content);
            return;
        }

        if (TomlCursor.IsControl(cursor.Current))
        {
            throw cursor.Error(
                $"control character {cursor.DescribeCurrent()} stands in a string; "
                + $"write it as \\u{cursor.Current:X4} in a string in double quotes");
        }

        content.Append((char)cursor.Current);
        cursor.Advance();
    }

    private static void AppendEscape(TomlCursor cursor, StringBuilder content)
    {
        TomlPosition position = cursor.Position;
        cursor.Advance();
        char? plain = cursor.Current switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => null,
        };
        if (plain is not null)
        {
            content.Append(plain);
            cursor.Advance();
        }
        else if (cursor.Current is 'u' or 'U')
        {
            content.Append(ReadCodePoint(cursor, position));
        }
        else
        {
            throw cursor.Error(
                position,
                $"a backslash before {cursor.DescribeCurrent()} is no escape; "
                + "write \\\\ for a backslash, or put the text in single quotes");
        }
    }

    private static string ReadCodePoint(TomlCursor cursor, TomlPosition position)
    {
        char letter = (char)cursor.Current;
        int digits = letter == 'u' ? 4 : 8;
        cursor.Advance();
        uint value = 0;
        for (int i = 0; i < digits; i++)
        {
            if (cursor.Current == TomlCursor.End || !char.IsAsciiHexDigit((char)cursor.Current))
            {
                throw cursor.Error(
                    position,
                    $"\\{letter} needs {digits} hexadecimal digits, found {cursor.DescribeCurrent()} after {i}; put zeros in front");
            }

            value = (value << 4) | (uint)TomlNumberSyntax.DigitValue((char)cursor.Current);
            cursor.Advance();
        }

        return Rune.IsValid(value)
            ? new Rune(value).ToString()
            : throw cursor.Error(position, $"U+{value:X} is no Unicode character; use 0 to D7FF or E000 to 10FFFF");
    }
}
