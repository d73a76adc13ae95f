using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>The methods that one step of a program calls, also those that are not written as calls: operators, accessors, enumerators.</summary>
internal static class CalledMethods
{
    public static IEnumerable<IMethodSymbol> Of(IOperation operation, SemanticModel model)
    {
        IEnumerable<IMethodSymbol?> methods = operation switch
        {
            IInvocationOperation call => [call.TargetMethod],
            IMethodReferenceOperation reference => [reference.Method],
            IObjectCreationOperation creation => [creation.Constructor],
            IPropertyReferenceOperation access => Accessors(access.Property),
            IImplicitIndexerReferenceOperation access => Accessors(access.IndexerSymbol),
            IEventReferenceOperation access => [access.Event.AddMethod, access.Event.RemoveMethod],
            IBinaryOperation binary => [binary.OperatorMethod],
            IUnaryOperation unary => [unary.OperatorMethod],
            ICompoundAssignmentOperation compound => [compound.OperatorMethod],
            IIncrementOrDecrementOperation step => [step.OperatorMethod],
            IConversionOperation conversion => [conversion.OperatorMethod],
            ICollectionExpressionOperation collection => [collection.ConstructMethod],
            IRecursivePatternOperation pattern => [pattern.DeconstructSymbol as IMethodSymbol],
            IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } => [model.GetDeconstructionInfo(syntax).Method],
            IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } => Enumeration(model.GetForEachStatementInfo(syntax)),
            _ => [],
        };
        return methods.OfType<IMethodSymbol>();
    }

    private static IEnumerable<IMethodSymbol?> Accessors(ISymbol member) =>
        member is IPropertySymbol property ? [property.GetMethod, property.SetMethod] : [member as IMethodSymbol];

    private static IEnumerable<IMethodSymbol?> Enumeration(ForEachStatementInfo info) =>
        [info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod];
}
