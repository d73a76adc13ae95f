namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>How often what happened to the orders of a run.</summary>
/// <param name="Rejected">Orders dropped instead of filled.</param>
/// <param name="Cancelled">Pending orders cancelled on request or by their group.</param>
/// <param name="Expired">Pending orders that lapsed.</param>
/// <param name="MarginCalls">Times the equity fell to the call level.</param>
/// <param name="StopOuts">Positions closed for lack of margin.</param>
public readonly record struct RunEvents(int Rejected, int Cancelled, int Expired, int MarginCalls, int StopOuts);
