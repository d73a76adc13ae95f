using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>The journal takes records, and has room for those to come. What lowers risk needs the last append alone.</summary>
[RiskRule("audit_writable", OrderClass.All, "free space", Scope = RiskScope.Account,
    Description = "The last append to the journal reached the disk; what raises risk also needs free space.")]
public sealed class JournalWritableRule(
    [RiskParameter(Name = "free_mib", Min = 64, Max = 1_000_000, Paper = 512, Description = "free space, MiB")] int free) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Host is not { } host)
        {
            return RuleResult.NotApplicable;
        }

        if (!host.IsJournalSound || (context.Class & OrderClass.EntryOrRaise) == 0)
        {
            return RuleResult.Test(host.IsJournalSound, host.IsJournalSound ? "writable" : "broken", "=", "writable");
        }

        return host.FreeMebibytes is { } left ? RuleResult.AtLeast(left, free, "MiB") : RuleResult.Missing("the free space of the journal's disk");
    }
}
