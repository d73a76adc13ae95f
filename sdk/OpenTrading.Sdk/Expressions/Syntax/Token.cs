namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A word, number or sign of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it is written, without quotation marks.</param>
/// <param name="Position">Where it begins, counted from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands there, for messages.</summary>
    public string Shown => Kind == TokenKind.End ? "the end" : $"'{(Text.Length > 40 ? Text[..40] + "..." : Text)}'";
}
