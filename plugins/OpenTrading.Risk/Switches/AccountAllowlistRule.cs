using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Switches;

/// <summary>Only accounts that are listed by their exact <c>login@server</c> may trade; the simulated one is <c>paper@sim</c>.</summary>
[RiskRule("account_allowlist", OrderClass.All, "connect a listed account", Scope = RiskScope.Account,
    Description = "The account is listed by its exact login@server.")]
public sealed class AccountAllowlistRule([RiskParameter(Description = "login@server of every account that may trade")] string[] logins) : IRiskRule
{
    private readonly HashSet<string> _logins = new(logins, StringComparer.Ordinal);
    private readonly string _limit = logins.Length == 0 ? "an empty list" : string.Join(", ", logins);

    public RuleResult Check(RiskContext context) =>
        RuleResult.Test(_logins.Contains(context.Account.Login), context.Account.Login, "in", _limit);
}
