using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Links;

/// <summary>The configuration in force is the one on disk, and the one under which the order was approved.</summary>
[RiskRule("config_hash_match", OrderClass.EntryOrRaise, "restart, propose again", Scope = RiskScope.Account,
    Description = "The configuration in force is the one on disk, and the one that the order was first judged by.")]
public sealed class ConfigUnchangedRule : IRiskRule
{
    private const int Shown = 12;

    public RuleResult Check(RiskContext context)
    {
        if (context.Host is not { } host)
        {
            return RuleResult.NotApplicable;
        }

        if (host.FileHash is not { } file)
        {
            return RuleResult.Missing("a configuration on disk that can be read");
        }

        string other = file != host.ConfigHash ? file : context.OrderConfigHash ?? host.ConfigHash;
        return RuleResult.Test(other == host.ConfigHash, Short(other), "=", Short(host.ConfigHash));
    }

    private static string Short(string hash) => hash.Length > Shown ? hash[..Shown] : hash;
}
