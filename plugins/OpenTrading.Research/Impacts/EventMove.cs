namespace OpenTrading.Research.Impacts;

/// <summary>What a price did around one event.</summary>
/// <param name="Time">UTC time of the event.</param>
/// <param name="MovePips">Close of the bar that holds the event, less the close before it, pips.</param>
/// <param name="RangePips">High less low of that bar, pips.</param>
/// <param name="Actual">Figure announced.</param>
/// <param name="Forecast">Figure expected.</param>
/// <param name="Source">Who names the event.</param>
public sealed record EventMove(DateTime Time, double MovePips, double RangePips, string? Actual, string? Forecast, string Source);
