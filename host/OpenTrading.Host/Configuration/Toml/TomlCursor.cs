using System.Text;

namespace OpenTrading.Host.Configuration.Toml;

/// <summary>Walks over the text of a file and knows line and column of where it stands.</summary>
internal sealed class TomlCursor(string file, string text)
{
    /// <summary>What <see cref="Current"/> is behind the last character.</summary>
    public const int End = -1;

    private int _index;
    private int _line = 1;
    private int _lineStart;

    public int Current => Peek(0);

    public TomlPosition Position => new(_line, _index - _lineStart + 1);

    public bool AtLineEnd => IsLineEnd(0);

    /// <summary>The character <paramref name="ahead"/> places on, or <see cref="End"/>.</summary>
    public int Peek(int ahead) => _index + ahead < text.Length ? text[_index + ahead] : End;

    /// <summary>Whether a line feed, alone or after a carriage return, begins <paramref name="ahead"/> places on.</summary>
    public bool IsLineEnd(int ahead) => Peek(ahead) == '\n' || (Peek(ahead) == '\r' && Peek(ahead + 1) == '\n');

    /// <summary>Steps over characters of the same line.</summary>
    public void Advance(int count = 1) => _index += count;

    public bool TryTake(char expected)
    {
        if (Current != expected)
        {
            return false;
        }

        Advance();
        return true;
    }

    public bool TryTakeLineEnd()
    {
        if (!AtLineEnd)
        {
            return false;
        }

        _index += Current == '\r' ? 2 : 1;
        _line++;
        _lineStart = _index;
        return true;
    }

    /// <summary>The run of characters up to the first for which <paramref name="ends"/> holds, or the end of the file.</summary>
    public string TakeUntil(Func<char, bool> ends)
    {
        int start = _index;
        while (_index < text.Length && !ends(text[_index]))
        {
            _index++;
        }

        return text[start.._index];
    }

    /// <summary>Steps over spaces and tabs.</summary>
    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            Advance();
        }
    }

    /// <summary>Steps over a comment, if one begins here, up to the end of its line.</summary>
    public void SkipComment()
    {
        if (Current != '#')
        {
            return;
        }

        for (; Current != End && !AtLineEnd; Advance())
        {
            if (IsControl(Current))
            {
                throw Error($"control character {DescribeCurrent()} stands in a comment; remove it");
            }
        }
    }

    /// <summary>Steps over spaces, tabs, comments and line ends.</summary>
    public void SkipBlankLines()
    {
        do
        {
            SkipBlanks();
            SkipComment();
        }
        while (TryTakeLineEnd());
    }

    /// <summary>The current character as a message names it.</summary>
    public string DescribeCurrent()
    {
        if (Current == End)
        {
            return "the end of the file";
        }

        return AtLineEnd ? "the end of the line" : TomlExcerpt.Of(Rune.GetRuneAt(text, _index));
    }

    public TomlException Error(string reason) => Error(Position, reason);

    public TomlException Error(TomlPosition position, string reason) => new(file, position, reason);

    /// <summary>Whether TOML bars the character from comments and strings.</summary>
    public static bool IsControl(int character) => character is (>= 0 and < ' ' and not '\t') or '\x7F';
}
