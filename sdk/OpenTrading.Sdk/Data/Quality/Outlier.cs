namespace OpenTrading.Sdk.Data.Quality;

/// <summary>A close that jumps far beyond what is usual.</summary>
/// <param name="Time">UTC opening time of the bar.</param>
/// <param name="LogReturn">ln(close / close before).</param>
/// <param name="Deviations">Distance of the return from the median return, in robust standard deviations.</param>
public sealed record Outlier(DateTime Time, double LogReturn, double Deviations);
