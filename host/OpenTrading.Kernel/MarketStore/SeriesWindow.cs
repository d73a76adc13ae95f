using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.MarketStore;

/// <summary>Bars of a series around a time.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="IsFromStart">Whether none is stored before them.</param>
/// <param name="IsCut">Whether there were more before that time than asked for.</param>
/// <param name="IsToEnd">Whether none is stored after them.</param>
internal sealed record SeriesWindow(BarSeries Bars, bool IsFromStart, bool IsCut, bool IsToEnd);
