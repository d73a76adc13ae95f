using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>The terminal is connected, and terminal, expert and account permit trading.</summary>
[RiskRule("terminal_trade_permission", OrderClass.All, "enable algo trading", Scope = RiskScope.Account,
    Description = "The terminal is connected, and terminal, expert and account permit trading.")]
public sealed class TerminalPermissionRule : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Link is not { } link ? RuleResult.NotApplicable
        : RuleResult.Test(link is { IsConnected: true, Obstacle: "" }, link.Obstacle.Length > 0 ? link.Obstacle : link.IsConnected ? "permitted" : "not connected", "=", "permitted");
}
