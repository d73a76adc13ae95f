namespace OpenTrading.Analysis.Volatility;

/// <summary>How far the price usually moves in an hour of the day.</summary>
/// <param name="HourUtc">Hour in which the bars open, 0 to 23.</param>
/// <param name="RangePoints">Mean of high less low.</param>
/// <param name="N">Bars.</param>
public sealed record HourRange(int HourUtc, double RangePoints, int N);
