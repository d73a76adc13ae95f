using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Purity;

/// <summary>Constructs of the language that a script leaves alone, because code that nobody named runs behind them.</summary>
internal static class ScriptConstructs
{
    /// <summary>What is wrong with a piece of text, with the remedy; null when nothing is.</summary>
    public static string? Remedy(SyntaxNodeOrToken each) => each.Kind() switch
    {
        SyntaxKind.AsyncKeyword => "async is not for scripts: a script never waits; do the work in OnBar.",
        SyntaxKind.AwaitExpression => "await is not for scripts: a script never waits; do the work in OnBar.",
        SyntaxKind.LockStatement => "lock is not for scripts: a script runs on one thread; remove it.",
        SyntaxKind.DestructorDeclaration => "a finalizer is not for scripts: it runs on a thread of the runtime's; remove it.",
        SyntaxKind.ExternKeyword when each.Parent is not ExternAliasDirectiveSyntax => "extern is not for scripts: a script calls no foreign code; write a plugin project for it.",
        _ => null,
    };
}
