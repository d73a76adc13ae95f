using OpenTrading.Risk.Approvals;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Links;
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
        typeof(TerminalPermissionRule),
        typeof(SymbolAllowlistRule),
        typeof(OrderTypeAllowlistRule),
        typeof(SideRestrictionRule),
        typeof(TradingSessionRule),
        typeof(BrokerSessionRule),
        typeof(QuoteAgeRule),
        typeof(ClockSkewRule),
        typeof(ConnectionAgeRule),
        typeof(ReconciliationRule),
        typeof(MoneyConversionRule),
        typeof(PriceGridRule),
        typeof(PriceCollarRule),
        typeof(StopSideRule),
        typeof(StopLevelRule),
        typeof(FreezeLevelRule),
        typeof(VolumeMinRule),
        typeof(VolumeStepRule),
        typeof(VolumeMaxRule),
        typeof(ExpiryRule),
        typeof(StopRequiredRule),
        typeof(StopWideningRule),
        typeof(StopDistanceMinRule),
        typeof(StopDistanceMaxRule),
        typeof(DeviationRule),
        typeof(SpreadRule),
        typeof(RewardRiskRule),
        typeof(SignalConfidenceRule),
        typeof(SwapCostRule),
        typeof(LotsPerOrderRule),
        typeof(NotionalPerOrderRule),
        typeof(RiskPerTradeRule),
        typeof(TotalOpenRiskRule),
        typeof(LotsPerSymbolRule),
        typeof(MaxPositionsRule),
        typeof(MaxPositionsPerSymbolRule),
        typeof(PendingOrdersRule),
        typeof(CurrencyExposureRule),
        typeof(GrossLeverageRule),
        typeof(MarginLevelRule),
        typeof(FreeMarginRule),
        typeof(CloseGuardRule),
        typeof(HedgingPolicyRule),
        typeof(SelfTradeRule),
        typeof(AveragingDownRule),
        typeof(DailyReferenceRule),
        typeof(DailyLossRule),
        typeof(StaticDrawdownRule),
        typeof(WeekendRule),
        typeof(RolloverRule),
        typeof(MinimumHoldRule),
        typeof(ManualOnlyRule),
        typeof(ProposalAgeRule),
        typeof(ApprovalBoundRule),
        typeof(ApprovalDriftRule),
        typeof(DualApprovalRule),
    ];
}
