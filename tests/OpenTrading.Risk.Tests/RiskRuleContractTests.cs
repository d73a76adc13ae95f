using System.Reflection;
using OpenTrading.Risk.Approvals;
using OpenTrading.Risk.Breakers;
using OpenTrading.Risk.Exposure;
using OpenTrading.Risk.Links;
using OpenTrading.Risk.Losses;
using OpenTrading.Risk.Market;
using OpenTrading.Risk.Orders;
using OpenTrading.Risk.Pace;
using OpenTrading.Risk.Switches;
using OpenTrading.Risk.Trades;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Testing.Risk;

namespace OpenTrading.Risk.Tests;

/// <summary>The built-in rules, at their paper defaults, keep the contract that every plugin author's do.</summary>
public sealed class RiskRuleContractTests
{
    [Fact]
    public void Suites_BuiltInRules_CoverAll() => Assert.Equal(
        BuiltInRules.Types.OrderBy(type => type.Name),
        typeof(RiskRuleContractTests).GetNestedTypes().Where(type => !type.IsAbstract).Select(type => type.BaseType!.GetGenericArguments()[0]).OrderBy(type => type.Name));

    public abstract class Of<TRule> : RiskRuleContract
        where TRule : IRiskRule
    {
        protected override IRiskRule Create()
        {
            ConstructorInfo constructor = typeof(TRule).GetConstructors().Single();
            return (IRiskRule)constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
        }

        private static object? Argument(ParameterInfo parameter) => parameter.GetCustomAttribute<RiskParameterAttribute>()!.Paper switch
        {
            "none" => null,

            // Without a default the configuration must state it; the scenes' account stands for that.
            null => parameter.ParameterType.IsEnum ? Activator.CreateInstance(parameter.ParameterType) : new[] { RiskScenes.Usual.Account.Login },
            { } value when parameter.ParameterType.IsInstanceOfType(value) => value,
            { } value => Convert.ChangeType(value, parameter.ParameterType, null),
        };
    }

    public sealed class KillSwitch : Of<KillSwitchRule>;

    public sealed class TradingState : Of<TradingStateRule>;

    public sealed class AccountAllowlist : Of<AccountAllowlistRule>;

    public sealed class EnvironmentLock : Of<EnvironmentLockRule>;

    public sealed class SymbolAllowlist : Of<SymbolAllowlistRule>;

    public sealed class QuoteAge : Of<QuoteAgeRule>;

    public sealed class StopSide : Of<StopSideRule>;

    public sealed class VolumeMin : Of<VolumeMinRule>;

    public sealed class VolumeStep : Of<VolumeStepRule>;

    public sealed class VolumeMax : Of<VolumeMaxRule>;

    public sealed class StopRequired : Of<StopRequiredRule>;

    public sealed class Spread : Of<SpreadRule>;

    public sealed class RewardRisk : Of<RewardRiskRule>;

    public sealed class SignalConfidence : Of<SignalConfidenceRule>;

    public sealed class RiskPerTrade : Of<RiskPerTradeRule>;

    public sealed class MaxPositions : Of<MaxPositionsRule>;

    public sealed class MaxPositionsPerSymbol : Of<MaxPositionsPerSymbolRule>;

    public sealed class DailyReference : Of<DailyReferenceRule>;

    public sealed class DailyLoss : Of<DailyLossRule>;

    public sealed class OrderTypeAllowlist : Of<OrderTypeAllowlistRule>;

    public sealed class SideRestriction : Of<SideRestrictionRule>;

    public sealed class TradingSession : Of<TradingSessionRule>;

    public sealed class BrokerSession : Of<BrokerSessionRule>;

    public sealed class MoneyConversion : Of<MoneyConversionRule>;

    public sealed class PriceGrid : Of<PriceGridRule>;

    public sealed class PriceCollar : Of<PriceCollarRule>;

    public sealed class Expiry : Of<ExpiryRule>;

    public sealed class StopWidening : Of<StopWideningRule>;

    public sealed class StopDistanceMin : Of<StopDistanceMinRule>;

    public sealed class StopDistanceMax : Of<StopDistanceMaxRule>;

    public sealed class Deviation : Of<DeviationRule>;

    public sealed class LotsPerOrder : Of<LotsPerOrderRule>;

    public sealed class NotionalPerOrder : Of<NotionalPerOrderRule>;

    public sealed class TotalOpenRisk : Of<TotalOpenRiskRule>;

    public sealed class LotsPerSymbol : Of<LotsPerSymbolRule>;

    public sealed class PendingOrders : Of<PendingOrdersRule>;

    public sealed class CurrencyExposure : Of<CurrencyExposureRule>;

    public sealed class GrossLeverage : Of<GrossLeverageRule>;

    public sealed class MarginLevel : Of<MarginLevelRule>;

    public sealed class FreeMargin : Of<FreeMarginRule>;

    public sealed class CloseGuard : Of<CloseGuardRule>;

    public sealed class HedgingPolicy : Of<HedgingPolicyRule>;

    public sealed class SelfTrade : Of<SelfTradeRule>;

    public sealed class AveragingDown : Of<AveragingDownRule>;

    public sealed class StaticDrawdown : Of<StaticDrawdownRule>;

    public sealed class Weekend : Of<WeekendRule>;

    public sealed class Rollover : Of<RolloverRule>;

    public sealed class MinimumHold : Of<MinimumHoldRule>;

    public sealed class ManualOnly : Of<ManualOnlyRule>;

    public sealed class TerminalPermission : Of<TerminalPermissionRule>;

    public sealed class ClockSkew : Of<ClockSkewRule>;

    public sealed class ConnectionAge : Of<ConnectionAgeRule>;

    public sealed class Reconciliation : Of<ReconciliationRule>;

    public sealed class StopLevel : Of<StopLevelRule>;

    public sealed class FreezeLevel : Of<FreezeLevelRule>;

    public sealed class SwapCost : Of<SwapCostRule>;

    public sealed class ProposalAge : Of<ProposalAgeRule>;

    public sealed class ApprovalBound : Of<ApprovalBoundRule>;

    public sealed class ApprovalDrift : Of<ApprovalDriftRule>;

    public sealed class DualApproval : Of<DualApprovalRule>;

    public sealed class InstrumentSpec : Of<InstrumentSpecRule>;

    public sealed class JournalWritable : Of<JournalWritableRule>;

    public sealed class ConfigUnchanged : Of<ConfigUnchangedRule>;

    public sealed class SpreadMedian : Of<SpreadMedianRule>;

    public sealed class EdgeFloor : Of<EdgeFloorRule>;

    public sealed class CorrelatedRisk : Of<CorrelatedRiskRule>;

    public sealed class OrderRate : Of<OrderRateRule>;

    public sealed class ModifyRate : Of<ModifyRateRule>;

    public sealed class OrdersPerDay : Of<OrdersPerDayRule>;

    public sealed class RepeatedExecution : Of<RepeatedExecutionRule>;

    public sealed class DuplicateWindow : Of<DuplicateWindowRule>;

    public sealed class Martingale : Of<MartingaleRule>;

    public sealed class LossCooldown : Of<LossCooldownRule>;

    public sealed class ConsecutiveLosses : Of<ConsecutiveLossesRule>;

    public sealed class StopLossGuard : Of<StopLossGuardRule>;

    public sealed class SlippageBreaker : Of<SlippageBreakerRule>;

    public sealed class RejectBreaker : Of<RejectBreakerRule>;

    public sealed class WeeklyLoss : Of<WeeklyLossRule>;

    public sealed class TrailingDrawdown : Of<TrailingDrawdownRule>;

    public sealed class DrawdownBuffer : Of<DrawdownBufferRule>;

    public sealed class WorstCase : Of<WorstCaseRule>;

    public sealed class Consistency : Of<ConsistencyRule>;

    public sealed class DailyProfitCap : Of<DailyProfitCapRule>;

    public sealed class NewsBlackout : Of<NewsBlackoutRule>;

    public sealed class MaximumHold : Of<MaximumHoldRule>;

    public sealed class LotTiers : Of<LotTiersRule>;

    public sealed class TradingDays : Of<TradingDaysRule>;

    public sealed class Inactivity : Of<InactivityRule>;

    public sealed class ProposalsPerClient : Of<ProposalsPerClientRule>;
}
