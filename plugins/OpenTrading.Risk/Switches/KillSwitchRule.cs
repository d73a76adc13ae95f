using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Switches;

/// <summary>Nothing that opens or raises risk passes while the kill switch is at any level above 0.</summary>
[RiskRule("kill_switch", OrderClass.EntryOrRaise, "operator re-arms", Scope = RiskScope.Account,
    Description = "The kill switch is at level 0.")]
public sealed class KillSwitchRule : IRiskRule
{
    public RuleResult Check(RiskContext context) =>
        RuleResult.Test(context.State.KillLevel == 0, context.State.KillLevel.ToString(CultureInfo.InvariantCulture), "=", "0", "level");
}
