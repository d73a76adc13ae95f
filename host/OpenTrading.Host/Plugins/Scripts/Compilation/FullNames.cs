using Microsoft.CodeAnalysis;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>Names as the rules write them: <c>System.DateTime.Now</c>, <c>System.Random.new()</c>, without type arguments and parameters.</summary>
internal static class FullNames
{
    public static string Of(ISymbol symbol) => symbol.ContainingSymbol switch
    {
        INamedTypeSymbol type => $"{Of(type)}.{NameOf(symbol)}",
        INamespaceSymbol { IsGlobalNamespace: false } space => $"{Of(space)}.{symbol.Name}",
        _ => symbol.Name,
    };

    // Only the constructor without parameters is told apart: it is the one that takes a seed from the clock.
    private static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } => "new()",
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "new",
        IMethodSymbol { AssociatedSymbol: { } member } => member.Name,
        _ => symbol.Name,
    };
}
