using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Signals.History;

/// <summary>A recorded signal.</summary>
/// <param name="SignalId">Its id.</param>
/// <param name="Time">UTC market time at which it was made.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Timeframe">Bar length.</param>
/// <param name="StrategyId">What made it.</param>
/// <param name="Action">What it said to do.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="Outcome">What became of it; null where it said to do nothing, or the bars after it are not there.</param>
public sealed record SignalRow(
    string SignalId, DateTime Time, string Symbol, Timeframe Timeframe, string StrategyId, SignalVerb Action, double Confidence, SignalOutcome? Outcome)
{
    internal static SignalRow Of(RecordedSignal signal, SignalOutcome? outcome) => new(
        signal.SignalId,
        signal.Time,
        signal.Symbol,
        signal.Timeframe,
        signal.StrategyId,
        signal.Side switch { OrderSide.Buy => SignalVerb.Buy, OrderSide.Sell => SignalVerb.Sell, _ => SignalVerb.None },
        signal.Confidence,
        outcome);
}
