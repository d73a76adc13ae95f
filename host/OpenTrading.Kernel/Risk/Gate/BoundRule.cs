using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>A rule with its parameters bound from the configuration, and its variants for single symbols.</summary>
public sealed class BoundRule
{
    /// <summary>Longest time a foreign rule may take to answer.</summary>
    public static readonly TimeSpan ForeignLimit = TimeSpan.FromMilliseconds(50);

    private readonly IRiskRule _default;
    private readonly IReadOnlyDictionary<string, IRiskRule> _bySymbol;
    private readonly ForeignRule? _foreign;

    // A third of the rules has nothing to say about most orders.
    private readonly RuleVerdict _silent;

    /// <summary>Binds a built-in rule: asked on the gate's own thread, for the classes it declares.</summary>
    /// <param name="declaration">The rule's attribute.</param>
    /// <param name="rule">Instance for all symbols.</param>
    /// <param name="bySymbol">Instances for symbols with an override.</param>
    public BoundRule(RiskRuleAttribute declaration, IRiskRule rule, IReadOnlyDictionary<string, IRiskRule>? bySymbol = null)
        : this(declaration, rule, bySymbol, null)
    {
    }

    private BoundRule(RiskRuleAttribute declaration, IRiskRule rule, IReadOnlyDictionary<string, IRiskRule>? bySymbol, ForeignRule? foreign)
    {
        Declaration = declaration;
        _silent = new RuleVerdict(declaration, RuleResult.NotApplicable);
        _default = rule;
        _bySymbol = bySymbol ?? new Dictionary<string, IRiskRule>();
        _foreign = foreign;
    }

    /// <summary>Id, classes, scope and remedy.</summary>
    public RiskRuleAttribute Declaration { get; }

    /// <summary>The built-in rule for all symbols; null for one of a plugin or script, which the host asks for verdicts alone.</summary>
    internal IRiskRule? BuiltIn => IsForeign ? null : _default;

    /// <summary>Whether the rule came with a plugin or script.</summary>
    public bool IsForeign => _foreign is not null;

    /// <summary>Whether the rule hung so often that it is not asked any more; entries are rejected until an operator removes it and restarts.</summary>
    public bool IsGivenUp => _foreign is { IsGivenUp: true };

    /// <summary>Whether the code of a foreign rule without a limit is running at this moment. May be read from any thread.</summary>
    public bool IsAsked => _foreign is { IsAsked: true };

    /// <summary>Makes a foreign rule that takes too long stop by itself; null where it cannot.</summary>
    public Action? Interrupt => _foreign?.Interrupt;

    /// <summary>
    /// Binds a rule of a plugin or script. Whatever it declares, it is asked about entries and raised risk alone: it may keep money out of the
    /// market, never in it.
    /// </summary>
    /// <param name="declaration">The rule's attribute.</param>
    /// <param name="rule">Instance for all symbols.</param>
    /// <param name="bySymbol">Instances for symbols with an override.</param>
    /// <param name="watch">
    /// Where it is asked, with <see cref="ForeignLimit"/>; foreign rules of one gate may share it. Default null: on the gate's own thread without
    /// a limit, as replays must, whose result may not depend on how busy the machine is.
    /// </param>
    /// <param name="interrupt">Makes a question that takes too long stop by itself, as a script's loops can; must neither throw nor block.</param>
    /// <exception cref="ArgumentException">It declares neither entries nor raised risk and would never be asked.</exception>
    public static BoundRule Foreign(
        RiskRuleAttribute declaration,
        IRiskRule rule,
        IReadOnlyDictionary<string, IRiskRule>? bySymbol = null,
        WatchedThread? watch = null,
        Action? interrupt = null) =>
        (declaration.Classes & OrderClass.EntryOrRaise) == 0
            ? throw new ArgumentException(
                $"Rule {declaration.Id} is for {declaration.Classes} alone; a rule of a plugin is asked about Entry and Raise only. Declare one of them.", nameof(declaration))
            : new BoundRule(declaration, rule, bySymbol, new ForeignRule(watch, interrupt));

    /// <summary>Whether the rule is asked for orders of this class.</summary>
    public bool Judges(OrderClass orderClass) => (Classes & orderClass) != 0;

    /// <summary>Judges an order. Fails closed: a rule that throws, returns nothing, or asks for more volume than the order has, rejects.</summary>
    public RuleVerdict Check(RiskContext context)
    {
        IRiskRule rule = _bySymbol.GetValueOrDefault(context.Order.Symbol, _default);
        RuleResult? result = _foreign is null ? Ask(rule, context, out string? failure) : _foreign.Ask(rule, context, out failure);
        if (result is null)
        {
            return Failed(failure ?? "returned nothing");
        }

        if (IsForeign && !IsWritable(result))
        {
            return Failed("returned a verdict whose texts cannot be journaled");
        }

        return result.Outcome == RuleOutcome.Reduce && (result.Volume <= 0 || result.Volume >= context.Order.Volume)
            ? Failed($"reduced {context.Order.Volume} lots to {result.Volume}")
            : ReferenceEquals(result, RuleResult.NotApplicable) ? _silent : new RuleVerdict(Declaration, result);
    }

    private OrderClass Classes => _foreign switch
    {
        null => Declaration.Classes,
        { IsGivenUp: true } => OrderClass.EntryOrRaise,
        _ => Declaration.Classes & OrderClass.EntryOrRaise,
    };

    private static RuleResult? Ask(IRiskRule rule, RiskContext context, out string? failure)
    {
        failure = null;
        try
        {
            return rule.Check(context);
        }
#pragma warning disable CA1031 // Whatever a rule throws, the order it judged must not pass.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = $"threw {ForeignException.Describe(e)}";
            return null;
        }
    }

    private static bool IsWritable(RuleResult result) =>
        ForeignText.IsSound(result.Value) && ForeignText.IsSound(result.Operator) && ForeignText.IsSound(result.Limit) && ForeignText.IsSound(result.Unit);

    private RuleVerdict Failed(string how) => new(Declaration, RuleResult.Test(false, how, "needs", "a verdict"), RuleFailed: true);
}
