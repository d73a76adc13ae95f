using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A plan over prices of the running host.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Symbols">Its symbols, with their sources.</param>
/// <param name="Loading">Time that reading the prices took.</param>
internal sealed record PlannedRun(BacktestPlan Plan, IReadOnlyList<MarketSymbol> Symbols, TimeSpan Loading)
{
    /// <summary>Bars of all instruments: what progress counts up to.</summary>
    public int Bars => (int)Math.Min(int.MaxValue, Plan.Inputs.Sum(i => (long)i.Bars.Count));

    /// <summary>Close of the last bar, UTC.</summary>
    public DateTime End => Plan.Inputs.Max(i => i.Bars[i.Bars.Count - 1].Time) + Plan.Request.Timeframe.Length();
}
