namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>All metrics of a run, each family computed when it is first asked for: a sweep that ranks by profit pays for nothing else.</summary>
/// <param name="run">The run.</param>
/// <param name="riskFreeRate">Annual rate subtracted for Sharpe and Sortino ratios, a fraction. Default 0.</param>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class RunSummary(RunRecord run, double riskFreeRate = 0)
{
    private IReadOnlyList<DailyReturn>? _days;
    private ProfitMetrics? _profit;
    private DrawdownMetrics? _drawdown;
    private DailyMetrics? _daily;
    private BarMetrics? _bars;
    private TradeMetrics? _trades;
    private RiskMetrics? _risk;
    private ExcursionMetrics? _excursions;
    private ActivityMetrics? _activity;
    private CostBreakdown? _costs;

    /// <summary>What they are made of.</summary>
    public RunRecord Run => run;

    /// <summary>Returns by day.</summary>
    public IReadOnlyList<DailyReturn> Days => _days ??= DailyReturns.Of(run.Curve);

    /// <summary>The result.</summary>
    public ProfitMetrics Profit => _profit ??= ProfitMetrics.Of(run.Curve);

    /// <summary>Drawdown.</summary>
    public DrawdownMetrics Drawdown => _drawdown ??= DrawdownMetrics.Of(run.Curve);

    /// <summary>Distribution of the daily returns.</summary>
    public DailyMetrics Daily => _daily ??= DailyMetrics.Of(Days, riskFreeRate);

    /// <summary>Ratios of the bar returns.</summary>
    public BarMetrics Bars => _bars ??= BarMetrics.Of(run.Curve, riskFreeRate);

    /// <summary>Closed trades.</summary>
    public TradeMetrics Trades => _trades ??= TradeMetrics.Of(run.Trades);

    /// <summary>Results in multiples of risk.</summary>
    public RiskMetrics Risk => _risk ??= RiskMetrics.Of(run.Trades);

    /// <summary>Excursions.</summary>
    public ExcursionMetrics Excursions => _excursions ??= ExcursionMetrics.Of(run.Trades);

    /// <summary>Exposure and turnover.</summary>
    public ActivityMetrics Activity => _activity ??= ActivityMetrics.Of(run);

    /// <summary>Costs.</summary>
    public CostBreakdown Costs => _costs ??= CostBreakdown.Of(run);

    /// <summary>Computes every family, side by side.</summary>
    public void Complete() => Parallel.Invoke(
        () => _ = Bars,
        () => _ = Daily,
        () => _ = (Profit, Drawdown),
        () => _ = (Trades, Risk, Excursions, Activity, Costs));

    /// <summary>Annual growth over the deepest drawdown in percent of its peak. NaN without one.</summary>
    public double Calmar => Drawdown.MaxDrawdownPct > 0 ? Profit.Cagr / (Drawdown.MaxDrawdownPct / 100) : double.NaN;

    /// <summary>Net profit over the deepest drawdown in money. NaN without one.</summary>
    public double RecoveryFactor => Drawdown.MaxDrawdown > 0 ? Profit.NetProfit / Drawdown.MaxDrawdown : double.NaN;
}
