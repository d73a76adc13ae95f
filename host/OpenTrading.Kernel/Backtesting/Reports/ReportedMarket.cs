using OpenTrading.Simulation.Bars;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>Prices that the charts of a report show.</summary>
/// <param name="Timeframe">Length of the bars, such as <c>H1</c>.</param>
/// <param name="Bars">The bars that were run.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ReportedMarket(string Timeframe, PointBars Bars);
