namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind
{
    Number,
    Name,
    Quoted,
    Sign,
    End,
}
