using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Gate;

/// <summary>
/// The deterministic gate before every order: a pure function of order, snapshot and configuration. All rules are asked, none is skipped
/// after a rejection; the tightest wins.
/// </summary>
/// <remarks>Foreign rules judge a copy that nothing changes any more. One that fails rejects, so a gate is never looser for having them.</remarks>
public sealed class RiskGate
{
    private readonly BoundRule[] _rules;
    private readonly MintLedger _mints;
    private readonly ILossFloor[] _floors;
    private readonly ILossBuffer[] _buffers;

    /// <summary>A gate over bound rules, in the order in which they are reported.</summary>
    /// <exception cref="ArgumentException">There is no rule, or two have one id: an empty gate must never exist.</exception>
    public RiskGate(IEnumerable<BoundRule> rules, MintLedger mints)
    {
        _rules = [.. rules];
        _mints = mints;
        _floors = [.. _rules.Select(r => r.BuiltIn).OfType<ILossFloor>()];
        _buffers = [.. _rules.Select(r => r.BuiltIn).OfType<ILossBuffer>()];
        Deadlines = [.. _rules.Select(r => r.BuiltIn).OfType<IPositionDeadline>().Where(d => d.EndsPositions)];
        Breakers = [.. _rules.Select(r => r.BuiltIn).OfType<ICircuitBreaker>()];
        if (_rules.Length == 0)
        {
            throw new ArgumentException("A risk gate without rules would pass everything.", nameof(rules));
        }

        if (_rules.GroupBy(r => r.Declaration.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Risk rule {twice.Key} is registered twice.", nameof(rules));
        }
    }

    /// <summary>Ids of the rules in force.</summary>
    public IEnumerable<string> RuleIds => _rules.Select(r => r.Declaration.Id);

    /// <summary>The rules in force, in the order in which they are reported.</summary>
    public IReadOnlyList<BoundRule> Rules => _rules;

    /// <summary>Rules that end positions in time.</summary>
    internal IReadOnlyList<IPositionDeadline> Deadlines { get; }

    /// <summary>Rules that stop an account until an operator looks at it.</summary>
    internal IReadOnlyList<ICircuitBreaker> Breakers { get; }

    /// <summary>Whether a floor follows the highest equity, which must then be watched.</summary>
    public bool FollowsEquity => _floors.Any(f => f.FollowsEquity);

    /// <summary>The equity that the account may not fall to, by all rules that hold a floor; null while none is known.</summary>
    public LossFloor? Floor(RiskState state)
    {
        decimal? highest = null;
        foreach (ILossFloor rule in _floors)
        {
            if (rule.Floor(state) is { } floor && !(floor <= highest))
            {
                highest = floor;
            }
        }

        decimal buffer = 0;
        foreach (ILossBuffer rule in _buffers)
        {
            buffer = Math.Max(buffer, rule.Buffer(state));
        }

        return highest is { } known ? new LossFloor(known, buffer) : null;
    }

    /// <summary>Largest volume with which an order would pass the first look, lots; 0 when it would pass with none.</summary>
    public decimal LargestVolume(RiskContext context) => context.Instrument is not { } instrument ? 0 : Check(context with
    {
        Stage = GateStage.Pre,
        Order = context.Order with { Volume = instrument.FloorVolume(instrument.VolumeMax), AcceptReduced = true },
    }).Volume;

    /// <summary>Judges an order. On the first look a volume may be lowered once, to the largest that every rule accepts.</summary>
    public GateVerdict Check(RiskContext context)
    {
        GateVerdict first = Evaluate(context);
        if (!first.Verdicts.Any(v => v.Result.Outcome == RuleOutcome.Reduce) || first.Verdicts.Any(v => v.Result.Outcome == RuleOutcome.Reject))
        {
            return first;
        }

        decimal reduced = first.Verdicts.Where(v => v.Result.Outcome == RuleOutcome.Reduce).Min(v => v.Result.Volume);
        bool mayReduce = context is { Stage: GateStage.Pre, Order.AcceptReduced: true, Class: not OrderClass.Raise };
        decimal volume = mayReduce && context.Instrument is { } instrument ? instrument.FloorVolume(reduced) : 0;
        if (volume <= 0)
        {
            return first;
        }

        GateVerdict second = Evaluate(context with { Order = context.Order with { Volume = volume } });
        return second.Passed ? second : first;
    }

    /// <summary>The last look, right before sending: judges on a fresh snapshot and mints the one object that the router accepts.</summary>
    /// <param name="context">Order and fresh snapshot; its stage must be <see cref="GateStage.Final"/>.</param>
    /// <param name="stamp">Identity of the order that may leave.</param>
    /// <param name="verdict">What the rules said.</param>
    /// <returns>Null when rejected.</returns>
    public ApprovedOrder? Approve(RiskContext context, ApprovalStamp stamp, out GateVerdict verdict)
    {
        if (context.Stage != GateStage.Final)
        {
            throw new ArgumentException("Only the final look approves.", nameof(context));
        }

        verdict = Evaluate(context);
        return verdict.Passed ? _mints.Mint(context.Order, stamp) : null;
    }

    private GateVerdict Evaluate(RiskContext context)
    {
        var verdicts = new List<RuleVerdict>(_rules.Length);
        List<Violation>? violations = null;
        RiskContext? copy = null;
        foreach (BoundRule rule in _rules)
        {
            if (!rule.Judges(context.Class))
            {
                continue;
            }

            RuleVerdict verdict = rule.Check(rule.IsForeign ? copy ??= ForeignView.Of(context) : context);
            verdicts.Add(verdict);
            if (verdict.Result.Outcome is RuleOutcome.Reject or RuleOutcome.Reduce)
            {
                (violations ??= []).Add(Violation.From(verdict, context));
            }
        }

        return new GateVerdict(violations is null ? context.Order.Volume : 0, verdicts, violations ?? (IReadOnlyList<Violation>)[]);
    }
}
