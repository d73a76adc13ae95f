using System.ComponentModel;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.Limits;

/// <summary>What can be asked about rules and limits.</summary>
public sealed class LimitCapabilities(PaperDesk paper, RiskLimits limits)
{
    private static readonly OrderClass[] Classes = [OrderClass.Entry, OrderClass.Raise, OrderClass.Tighten, OrderClass.Reduce, OrderClass.Close];

    /// <summary>The limits in force.</summary>
    [Capability("get_risk_limits", "risk", Effect.Read, "GET /risk/limits")]
    [Description("Every risk limit in force, where it is set, and how much of it is used.")]
    public LimitsResult GetRiskLimits()
    {
        (AccountSnapshot account, RiskState state, int open) = paper.Do(desk => (desk.Broker.Snapshot().Account, desk.State.ForRules(), desk.Broker.Positions.Count));
        return new LimitsResult
        {
            Summary = $"{limits.All.Count} limits of {limits.All.Select(l => l.Rule).Distinct().Count()} rules are in force; none can be changed while the host runs.",
            AsOf = paper.Market.Now,
            Limits = [.. limits.All.Select(l => Row(l, Used(l, account, state, open)))],
        };
    }

    /// <summary>The rules in force.</summary>
    [Capability("list_risk_rules", "risk", Effect.Read, "GET /risk/rules")]
    [Description("Every rule of the risk gate, its limits, which orders it judges.")]
    public RulesResult ListRiskRules()
    {
        IReadOnlyList<BoundRule> rules = paper.Do(desk => desk.Gate.Rules);
        return new RulesResult
        {
            Summary = $"{rules.Count} rules stand before every order; all are asked, the tightest wins, none can be switched off.",
            AsOf = paper.Market.Now,
            Rules = [.. rules.Select((rule, i) => Card(rule, i + 1))],
        };
    }

    private RuleCard Card(BoundRule rule, int place)
    {
        string limit = string.Join(", ", limits.Of(rule.Declaration.Id).Select(l => $"{l.Parameter} = {l.Value}"));
        return new RuleCard(
            rule.Declaration.Id,
            place,
            Enabled: true,
            rule.Declaration.Description is "" ? rule.Declaration.Id.Replace('_', ' ') : rule.Declaration.Description,
            limit is "" ? null : limit,
            [.. Classes.Where(rule.Judges).Select(Names.Of)]);
    }

    private static LimitRow Row(RiskLimit limit, decimal? used) => new(
        limit.Rule,
        limit.Parameter,
        limit.Number is { } number ? number : limit.Value,
        limit.Unit,
        limit.Origin,
        used,
        used is { } part && limit.Number is { } whole ? Math.Max(0, whole - part) : null);

    private static decimal? Used(RiskLimit limit, AccountSnapshot account, RiskState state, int open) => (limit.Rule, limit.Parameter) switch
    {
        ("max_positions", "n") => open + state.InFlightEntries.Values.Sum(),
        ("daily_loss_max", "frac") when state.Day is { Amount: > 0 } day => Math.Max(0, Math.Round((day.Amount - account.OwnEquity) / day.Amount, 6)),
        _ => null,
    };
}
