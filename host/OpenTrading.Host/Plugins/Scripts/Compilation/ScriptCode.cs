using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>A script as its author wrote it, bound: what the checks look at.</summary>
internal sealed class ScriptCode
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models;

    public ScriptCode(CSharpCompilation compilation, IReadOnlyList<SyntaxTree> trees)
    {
        Compilation = compilation;
        Trees = trees;
        _models = trees.ToDictionary(tree => tree, tree => compilation.GetSemanticModel(tree));
        Bodies = [.. trees.SelectMany(BodiesOf)];
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>The author's files, the script first.</summary>
    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>Everything in them that runs.</summary>
    public IReadOnlyList<ScriptBody> Bodies { get; }

    /// <summary>What the names of a file mean. One model a file: it remembers what it has bound.</summary>
    public SemanticModel Model(SyntaxTree tree) => _models[tree];

    /// <summary>Whether a symbol is declared in the script.</summary>
    public bool Declares(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    private IEnumerable<ScriptBody> BodiesOf(SyntaxTree tree)
    {
        SemanticModel model = _models[tree];
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (OwnerOf(node, model) is { } owner && model.GetOperation(node) is { } operation)
            {
                yield return new ScriptBody(owner, node, operation);
            }
        }
    }

    private static ISymbol? OwnerOf(SyntaxNode node, SemanticModel model) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => model.GetDeclaredSymbol(node),
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field } => model.GetDeclaredSymbol(field),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => model.GetDeclaredSymbol(property),
        PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } => model.GetDeclaredSymbol(type),
        _ => null,
    };
}
