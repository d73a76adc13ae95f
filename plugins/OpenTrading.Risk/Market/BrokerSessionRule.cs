using System.Globalization;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>The instrument's market is open. Where its hours are not known the broker alone can tell.</summary>
[RiskRule("broker_session_open", OrderClass.All, "retry at next session",
    Description = "The instrument's market is open.")]
public sealed class BrokerSessionRule : IRiskRule
{
    public RuleResult Check(RiskContext context) => context.Instrument is not { } instrument ? RuleResult.Missing("an instrument")
        : MarketHours.Of(instrument).IsOpen(context.Now) is { } open ? RuleResult.Test(open, context.Now.ToString("ddd HH:mm", CultureInfo.InvariantCulture), "within", "the session")
        : RuleResult.NotApplicable;
}
