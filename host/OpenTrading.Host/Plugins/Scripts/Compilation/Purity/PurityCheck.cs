using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Purity;

/// <summary>
/// Refuses what makes a strategy impure: files, network, clock, threads, chance without a seed, reflection. Every name is looked up by what it
/// means, and every expression by its type, so neither an alias, <c>var</c> nor an extension method hides it.
/// </summary>
/// <remarks>
/// This keeps authors from accidents and results from depending on anything but the bars. It is no sandbox and cannot be one: a script is trusted
/// code with the rights of the host, like any plugin. What is not trusted runs in a process of its own.
/// </remarks>
internal sealed class PurityCheck
{
    private readonly List<ScriptError> _errors = [];
    private readonly HashSet<(SyntaxTree Tree, int Line, string Entry)> _told = [];

    private PurityCheck()
    {
    }

    public static IReadOnlyList<ScriptError> Run(ScriptCode code)
    {
        var check = new PurityCheck();
        foreach (SyntaxTree tree in code.Trees)
        {
            check.CheckText(tree, code.Model(tree));
        }

        foreach (IOperation operation in code.Bodies.SelectMany(body => body.Operation.DescendantsAndSelf()))
        {
            check.CheckOperation(operation);
        }

        return check._errors;
    }

    // What is written: names and keywords.
    private void CheckText(SyntaxTree tree, SemanticModel model)
    {
        foreach (SyntaxNodeOrToken each in tree.GetRoot().DescendantNodesAndTokens())
        {
            if (each.AsNode() is SimpleNameSyntax name)
            {
                SymbolInfo meant = model.GetSymbolInfo(name);
                CheckSymbol(meant.Symbol ?? meant.CandidateSymbols.FirstOrDefault(), name.GetLocation());
            }
            else if (ScriptConstructs.Remedy(each) is { } remedy)
            {
                Refuse(ScriptErrorIds.Construct, remedy, remedy, each.GetLocation()!);
            }
        }
    }

    // What is not written: the types of values, and the constructors of new().
    private void CheckOperation(IOperation operation)
    {
        CheckType(operation.Type, operation);
        switch (operation)
        {
            case IObjectCreationOperation creation:
                CheckSymbol(creation.Constructor, operation.Syntax.GetLocation());
                break;
            case IInvocationOperation call:
                foreach (ITypeSymbol argument in call.TargetMethod.TypeArguments)
                {
                    CheckType(argument, operation);
                }

                break;
            case IAnonymousFunctionOperation lambda:
                foreach (IParameterSymbol parameter in lambda.Symbol.Parameters)
                {
                    CheckType(parameter.Type, operation);
                }

                break;
            default:
                break;
        }
    }

    private void CheckType(ITypeSymbol? type, IOperation operation)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                CheckType(array.ElementType, operation);
                break;
            case INamedTypeSymbol named:
                CheckSymbol(named, operation.Syntax.GetLocation());
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    CheckType(argument, operation);
                }

                break;
            case IDynamicTypeSymbol:
                Refuse(ScriptErrorIds.Construct, "dynamic", "dynamic is for what is unknown until it runs; name the type.", operation.Syntax.GetLocation());
                break;
            default:
                break;
        }
    }

    private void CheckSymbol(ISymbol? symbol, Location location)
    {
        if (symbol is IAliasSymbol alias)
        {
            symbol = alias.Target;
        }

        if (symbol is IDynamicTypeSymbol)
        {
            Refuse(ScriptErrorIds.Construct, "dynamic", "dynamic is for what is unknown until it runs; name the type.", location);
            return;
        }

        (string Entry, string Remedy)? against = symbol switch
        {
            INamespaceSymbol => PurityRules.FindNamespace(FullNames.Of(symbol)),
            INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => PurityRules.Find(FullNames.Of(symbol)),
            _ => null,
        };
        if (against is { } rule)
        {
            Refuse(ScriptErrorIds.Impure, rule.Entry, $"{FullNames.Of(symbol!)} is not for scripts: {rule.Remedy}.", location);
        }
    }

    // A line that does one thing wrong in three places is told once.
    private void Refuse(string id, string entry, string text, Location location)
    {
        if (_told.Add((location.SourceTree!, location.GetLineSpan().StartLinePosition.Line, entry)))
        {
            _errors.Add(ScriptDiagnostics.At(location, id, text));
        }
    }
}
