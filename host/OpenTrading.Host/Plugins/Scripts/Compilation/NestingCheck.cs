using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>Refuses code that is nested beyond what anybody writes: the compiler would run out of stack on it, and the host with it.</summary>
internal static class NestingCheck
{
    private const int Deepest = 256;

    /// <summary>Looks at the brackets of a text that is not parsed yet.</summary>
    /// <returns>The place where they are too deep; null where they are not.</returns>
    public static TextSpan? Find(SourceText text)
    {
        int brackets = 0;
        int angles = 0;
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(text.ToString(), options: ScriptCompiler.ParseOptions))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                    brackets++;
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken:
                    brackets--;
                    break;
                case SyntaxKind.LessThanToken:
                    angles++;
                    break;
                case SyntaxKind.SemicolonToken:
                    // Most are comparisons, which nothing closes.
                    angles = 0;
                    break;
                default:
                    break;
            }

            if (brackets > Deepest || angles > Deepest)
            {
                return token.Span;
            }
        }

        return null;
    }

    /// <summary>Looks at a parsed text: not all that nests has brackets.</summary>
    /// <returns>The place that is too deep; null where none is.</returns>
    public static TextSpan? Find(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>([(root, 0)]);
        while (open.TryPop(out (SyntaxNode Node, int Depth) each))
        {
            if (each.Depth > Deepest)
            {
                return each.Node.Span;
            }

            foreach (SyntaxNode child in each.Node.ChildNodes())
            {
                open.Push((child, each.Depth + 1));
            }
        }

        return null;
    }

    /// <summary>The error for a place.</summary>
    public static ScriptError At(string path, SourceText text, TextSpan span) =>
        ScriptDiagnostics.At(Location.Create(path, span, text.Lines.GetLinePositionSpan(span)), ScriptErrorIds.TooDeep, $"the code is nested more than {Deepest} deep here; split it.");
}
