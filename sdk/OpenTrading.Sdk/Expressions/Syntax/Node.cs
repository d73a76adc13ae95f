using OpenTrading.Sdk.Expressions.Evaluation;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>A part of an expression: a number or a condition.</summary>
/// <param name="position">Where it stands, counted from 1.</param>
internal abstract class Node(int position)
{
    public int Position => position;

    /// <summary>The part in one spelling: two parts of one text have one value at every bar.</summary>
    public abstract string Text { get; }

    /// <summary>Bars until it has a value.</summary>
    public abstract int WarmupBars { get; }

    /// <summary>Whether it is a condition.</summary>
    public virtual bool IsTruth => false;

    /// <summary>The parts below it that are compared with something, constants left out.</summary>
    public virtual IEnumerable<Node> Compared => [];

    /// <summary>Makes its step; those of its parts come from the plan.</summary>
    public abstract Step Start(StepPlan plan);
}
