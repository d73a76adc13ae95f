namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where.</param>
/// <param name="Label">What it says.</param>
internal readonly record struct AxisTick(double Value, string Label);
