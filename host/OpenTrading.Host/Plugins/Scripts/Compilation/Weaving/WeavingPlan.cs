using Microsoft.CodeAnalysis;

namespace OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

/// <summary>Where the guards go that stand at the start of what is called. Loops need no plan: every one gets a check.</summary>
internal sealed class WeavingPlan
{
    private readonly HashSet<SyntaxNode> _entered;

    private WeavingPlan(HashSet<SyntaxNode> entered, IReadOnlyList<ScriptError> errors) => (_entered, Errors) = (entered, errors);

    /// <summary>Endless recursion that nothing can be woven into.</summary>
    public IReadOnlyList<ScriptError> Errors { get; }

    public static WeavingPlan Of(ScriptCode code)
    {
        var graph = new CallGraph(code);
        CallNode[] guardable = [.. graph.Methods, .. graph.Lambdas];
        HashSet<CallNode> cycles = Cycles.Find([.. guardable, .. graph.Beginnings]);
        HashSet<SyntaxNode> entered = [.. guardable.Where(node => node.MayReturnUnseen || cycles.Contains(node)).Select(node => node.Syntax).OfType<SyntaxNode>()];

        // A cycle through any body has its guard there; what is left without bodies has none.
        HashSet<CallNode> endless = Cycles.Find([.. graph.Methods.Where(node => node.Syntax is null), .. graph.Beginnings]);
        ScriptError[] errors =
        [
            .. graph.CalledByBeginnings.Where(call => endless.Contains(call.From) && endless.Contains(call.To)).Select(call => ScriptDiagnostics.At(
                call.Written.GetLocation(), ScriptErrorIds.EndlessConstruction, "making this object makes another of its kind before it is done, without end; make it later, where it is used.")),
        ];
        return new WeavingPlan(entered, errors);
    }

    /// <summary>Whether a method, accessor, lambda or local function may call itself, so that its depth must be watched.</summary>
    public bool IsEntered(SyntaxNode node) => _entered.Contains(node);
}
