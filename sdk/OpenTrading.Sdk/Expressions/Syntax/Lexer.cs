namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>Cuts a text into tokens. Letters, digits and signs are those of ASCII.</summary>
internal static class Lexer
{
    private const string LongSigns = "<= >= == != && ||";
    private const string Signs = "()[],.+-*/<>=!";

    /// <exception cref="ExpressionException">A sign belongs to no expression, or the text is too long.</exception>
    public static List<Token> Read(string text)
    {
        if (text.Length > Expression.MostCharacters)
        {
            throw new ExpressionException(Expression.MostCharacters + 1, $"the expression has {text.Length} characters; {Expression.MostCharacters} are the most");
        }

        var tokens = new List<Token>();
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            Token token = Next(text, at);
            tokens.Add(token);
            at += token.Text.Length + (token.Kind == TokenKind.Quoted ? 2 : 0);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        char c = text[at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            return Taken(TokenKind.Name, While(text, at, s => char.IsAsciiLetterOrDigit(s) || s == '_'));
        }

        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Taken(TokenKind.Number, Number(text, at));
        }

        if (c is '"' or '\'')
        {
            int end = text.IndexOf(c, at + 1);
            return end < 0 ? throw new ExpressionException(at + 1, $"{c} opens a text that is not closed") : new Token(TokenKind.Quoted, text[(at + 1)..end], at + 1);
        }

        return at + 1 < text.Length && LongSigns.Contains(text[at..(at + 2)], StringComparison.Ordinal) && !char.IsWhiteSpace(text[at + 1]) ? Taken(TokenKind.Sign, at + 2)
            : Signs.Contains(c, StringComparison.Ordinal) ? Taken(TokenKind.Sign, at + 1)
            : throw new ExpressionException(at + 1, $"'{(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)}' belongs to no expression");

        Token Taken(TokenKind kind, int end) => new(kind, text[at..end], at + 1);
    }

    private static int Number(string text, int at)
    {
        int end = While(text, at, char.IsAsciiDigit);
        if (end < text.Length && text[end] == '.')
        {
            end = While(text, end + 1, char.IsAsciiDigit);
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            int exponent = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            int after = While(text, exponent, char.IsAsciiDigit);
            end = after > exponent ? after : end;
        }

        return end;
    }

    private static int While(string text, int at, Func<char, bool> test)
    {
        while (at < text.Length && test(text[at]))
        {
            at++;
        }

        return at;
    }
}
