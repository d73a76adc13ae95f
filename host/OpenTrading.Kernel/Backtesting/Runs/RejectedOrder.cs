using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>An order that was dropped instead of filled.</summary>
/// <param name="Time">UTC instant: opening time of the bar, or time of the tick.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Size, lots.</param>
/// <param name="Reason">Why, such as <c>margin</c> or <c>risk rule sl_tp_side</c>; the same for all that are refused for the same.</param>
/// <param name="Detail">What was found, with its prices or limits; empty when the reason says it all.</param>
public readonly record struct RejectedOrder(DateTime Time, string Symbol, OrderSide Side, decimal Lots, string Reason, string Detail = "");
