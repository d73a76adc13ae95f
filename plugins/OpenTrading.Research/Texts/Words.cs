namespace OpenTrading.Research.Texts;

/// <summary>Text as words: lower case, letters, digits, <c>&amp;</c> and inner apostrophes. What is counted is counted over these.</summary>
internal static class Words
{
    /// <summary>Sentences of a text, each as its words. Ends at <c>. ! ? ; …</c> before a blank, and at line breaks.</summary>
    public static IReadOnlyList<string[]> Sentences(string text)
    {
        List<string[]> sentences = [];
        int from = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isEnd = i == text.Length || text[i] is '\n' || (text[i] is '.' or '!' or '?' or ';' or '…' && (i + 1 == text.Length || text[i + 1] is ' ' or '\n') && !IsInitial(text, i));
            if (isEnd && Of(text[from..i]) is { Length: > 0 } words)
            {
                sentences.Add(words);
                from = i + 1;
            }
        }

        return sentences;
    }

    /// <summary>Words of a text.</summary>
    public static string[] Of(string text)
    {
        List<string> words = [];
        int from = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isInside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '&' || (from >= 0 && text[i] is '\'' or '’' or '.' && i + 1 < text.Length && from >= 0 && char.IsLetterOrDigit(text[i + 1])));
            if (isInside && from < 0)
            {
                from = i;
            }
            else if (!isInside && from >= 0)
            {
                words.Add(text[from..i].ToLowerInvariant().Replace('’', '\''));
                from = -1;
            }
        }

        return [.. words];
    }

    /// <summary>Whether a phrase of one or more words stands at a place.</summary>
    public static bool StandsAt(ReadOnlySpan<string> sentence, int at, string[] phrase)
    {
        if (at + phrase.Length > sentence.Length)
        {
            return false;
        }

        for (int i = 0; i < phrase.Length; i++)
        {
            if (sentence[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a phrase stands anywhere in a sentence.</summary>
    public static bool Contains(string[] sentence, string[] phrase)
    {
        for (int i = 0; i < sentence.Length; i++)
        {
            if (StandsAt(sentence, i, phrase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Phrases of a list, comma between them, each as its words.</summary>
    public static string[][] Phrases(string list) => [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Of)];

    // "U.S. stocks" is no end of a sentence.
    private static bool IsInitial(string text, int dot) => text[dot] == '.' && dot >= 1 && char.IsUpper(text[dot - 1]) && (dot == 1 || !char.IsLetterOrDigit(text[dot - 2]));
}
