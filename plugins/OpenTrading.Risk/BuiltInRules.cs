using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Market;
using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Switches;

namespace OpenTrading.Risk;

/// <summary>The rules that every host runs, in the order in which verdicts are reported. They have no unload path and no off switch.</summary>
public static class BuiltInRules
{
    /// <summary>Types of the rules.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(KillSwitchRule),
        typeof(TradingStateRule),
        typeof(AccountAllowlistRule),
        typeof(EnvironmentLockRule),
        typeof(SymbolAllowlistRule),
        typeof(QuoteAgeRule),
        typeof(StopSideRule),
        typeof(VolumeMinRule),
        typeof(VolumeStepRule),
        typeof(VolumeMaxRule),
        typeof(StopRequiredRule),
        typeof(SpreadRule),
        typeof(RewardRiskRule),
        typeof(SignalConfidenceRule),
        typeof(RiskPerTradeRule),
        typeof(MaxPositionsRule),
        typeof(MaxPositionsPerSymbolRule),
        typeof(DailyReferenceRule),
        typeof(DailyLossRule),
    ];
}
