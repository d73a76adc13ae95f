using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>An order that was dropped instead of filled.</summary>
/// <param name="Time">UTC instant: opening time of the bar, or time of the tick.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Size, lots.</param>
/// <param name="Reason">Why, such as <c>margin</c>.</param>
/// <param name="Detail">What was found, with its prices or limits; empty when the reason says it all.</param>
public readonly record struct ReportedRejection(DateTime Time, string Symbol, OrderSide Side, decimal Lots, string Reason, string Detail = "");
