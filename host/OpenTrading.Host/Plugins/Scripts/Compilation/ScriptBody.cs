using Microsoft.CodeAnalysis;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>A piece of a script that runs: a method, accessor, constructor or initializer, with the lambdas and local functions in it.</summary>
/// <param name="Owner">Method or accessor; for an initializer its field or property; for what a type hands to its base, the type.</param>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Operation">What it does.</param>
internal sealed record ScriptBody(ISymbol Owner, SyntaxNode Syntax, IOperation Operation);
