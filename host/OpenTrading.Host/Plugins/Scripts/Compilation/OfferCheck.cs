using Microsoft.CodeAnalysis;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>
/// A script offers something: a strategy, a risk rule, a capability or a plugin that the host will find. What looks like one and would be passed over in
/// silence is an error where it stands.
/// </summary>
internal static class OfferCheck
{
    public static IEnumerable<ScriptError> Run(ScriptCode code)
    {
        var errors = new List<ScriptError>();
        Kind[] kinds =
        [
            new(Type<Strategy>(code), Type<StrategyAttribute>(code), "a strategy", "[Strategy(\"id\")]", "Strategy"),
            new(Type<IRiskRule>(code), Type<RiskRuleAttribute>(code), "a risk rule", "[RiskRule(\"id\", ...)]", "IRiskRule"),
        ];
        INamedTypeSymbol plugin = Type<IPlugin>(code);
        INamedTypeSymbol capability = Type<CapabilityAttribute>(code);
        bool offers = false;
        foreach (INamedTypeSymbol type in Types(code))
        {
            bool canBeMade = type is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false } && IsPublic(type);
            offers |= canBeMade && (Is(type, plugin) || HasCapability(type, capability));
            foreach (Kind kind in kinds)
            {
                bool marked = type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, kind.Attribute));
                bool derives = Is(type, kind.Base);
                offers |= canBeMade && marked && derives;
                if (Fault(type, kind, marked, derives, canBeMade) is { } fault)
                {
                    errors.Add(ScriptDiagnostics.At(type.Locations[0], ScriptErrorIds.Misdeclared, fault));
                }
            }
        }

        if (!offers && errors.Count == 0)
        {
            errors.Add(new ScriptError(code.Trees[0].FilePath, 1, 1, ScriptErrorIds.NothingOffered,
                "it offers nothing; declare [Strategy(\"id\")] public sealed class NAME : Strategy. The name of a file that is only for others to #load begins with _."));
        }

        return errors;
    }

    private static string? Fault(INamedTypeSymbol type, Kind kind, bool marked, bool derives, bool canBeMade) => (marked, derives) switch
    {
        (true, false) => $"{type.Name} is marked as {kind.Noun} and is none; let it derive from {kind.BaseName}.",
        (true, true) when !canBeMade => $"{type.Name} is {kind.Noun} that cannot be made; let it be a public class, not abstract and without type parameters.",
        (false, true) when canBeMade => $"{type.Name} is {kind.Noun} without an id; mark it {kind.Mark}.",
        _ => null,
    };

    private static bool HasCapability(INamedTypeSymbol type, INamedTypeSymbol capability) =>
        type.InstanceConstructors.Any(c => c is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public })
        && type.GetMembers().OfType<IMethodSymbol>().Any(m => m.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, capability)));

    private static INamedTypeSymbol Type<T>(ScriptCode code) => code.Compilation.GetTypeByMetadataName(typeof(T).FullName!)!;

    private static IEnumerable<INamedTypeSymbol> Types(ScriptCode code) =>
        code.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>();

    private static bool Is(INamedTypeSymbol type, INamedTypeSymbol wanted)
    {
        for (INamedTypeSymbol? each = type; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, wanted))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default);
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is not { } outer || IsPublic(outer));

    private sealed record Kind(INamedTypeSymbol Base, INamedTypeSymbol Attribute, string Noun, string Mark, string BaseName);
}
