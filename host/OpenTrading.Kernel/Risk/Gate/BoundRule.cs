using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>A rule with its parameters bound from the configuration, and its variants for single symbols.</summary>
public sealed class BoundRule
{
    private readonly IRiskRule _default;
    private readonly IReadOnlyDictionary<string, IRiskRule> _bySymbol;

    /// <summary>Binds a rule.</summary>
    /// <param name="declaration">The rule's attribute.</param>
    /// <param name="rule">Instance for all symbols.</param>
    /// <param name="bySymbol">Instances for symbols with an override.</param>
    public BoundRule(RiskRuleAttribute declaration, IRiskRule rule, IReadOnlyDictionary<string, IRiskRule>? bySymbol = null)
    {
        Declaration = declaration;
        _default = rule;
        _bySymbol = bySymbol ?? new Dictionary<string, IRiskRule>();
    }

    /// <summary>Id, classes, scope and remedy.</summary>
    public RiskRuleAttribute Declaration { get; }

    /// <summary>Whether the rule is asked for orders of this class.</summary>
    public bool Judges(OrderClass orderClass) => (Declaration.Classes & orderClass) != 0;

    /// <summary>Judges an order. Fails closed: a rule that throws, returns nothing, or asks for more volume than the order has, rejects.</summary>
    public RuleVerdict Check(RiskContext context)
    {
        IRiskRule rule = _bySymbol.GetValueOrDefault(context.Order.Symbol, _default);
        try
        {
            RuleResult? result = rule.Check(context);
            if (result is null)
            {
                return Failed("returned nothing");
            }

            return result.Outcome == RuleOutcome.Reduce && (result.Volume <= 0 || result.Volume >= context.Order.Volume)
                ? Failed($"reduced {context.Order.Volume} lots to {result.Volume}")
                : new RuleVerdict(Declaration, result);
        }
#pragma warning disable CA1031 // Whatever a rule throws, the order it judged must not pass.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Failed($"threw {e.GetType().Name}: {e.Message}");
        }
    }

    private RuleVerdict Failed(string how) => new(Declaration, RuleResult.Test(false, how, "needs", "a verdict"), RuleFailed: true);
}
