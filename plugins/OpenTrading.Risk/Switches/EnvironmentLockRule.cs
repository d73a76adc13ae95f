using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Switches;

/// <summary>The account is of the kind the configuration was made for; real money needs <c>live_enabled</c> besides.</summary>
[RiskRule("env_lock", OrderClass.All, "fix env or account", Scope = RiskScope.Account,
    Description = "The account is of the configured kind; real money needs live_enabled besides.")]
public sealed class EnvironmentLockRule(
    [RiskParameter(Description = "paper, demo or live")] TradingEnvironment env,
    [RiskParameter(Name = "live_enabled", Paper = false, Description = "whether orders may reach a real account")] bool liveEnabled) : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        AccountKind kind = context.Account.Kind;
        bool passes = env switch
        {
            TradingEnvironment.Paper => kind == AccountKind.Simulated,
            TradingEnvironment.Demo => kind == AccountKind.Demo,
            _ => kind == AccountKind.Real && liveEnabled,
        };
        string limit = env == TradingEnvironment.Live && !liveEnabled ? "live with live_enabled" : env.ToString().ToLowerInvariant();
        return RuleResult.Test(passes, kind.ToString().ToLowerInvariant(), "=", limit);
    }
}
