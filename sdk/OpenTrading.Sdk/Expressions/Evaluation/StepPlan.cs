using OpenTrading.Sdk.Expressions.Syntax;

namespace OpenTrading.Sdk.Expressions.Evaluation;

/// <summary>The steps of one run in the order in which they are taken, each once however often it is named.</summary>
internal sealed class StepPlan
{
    private readonly Dictionary<string, Step> _byText = new(StringComparer.Ordinal);
    private readonly List<Step> _steps = [];

    /// <summary>Every step after those it needs.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The step of a node.</summary>
    public Step Of(Node node) => Shared(node.Text, () => node.Start(this));

    /// <summary>The step of a text: the one there is, or a new one.</summary>
    public TStep Shared<TStep>(string text, Func<TStep> make)
        where TStep : Step
    {
        if (_byText.TryGetValue(text, out Step? step))
        {
            return (TStep)step;
        }

        TStep made = make();
        _byText.Add(text, made);
        _steps.Add(made);
        return made;
    }
}
