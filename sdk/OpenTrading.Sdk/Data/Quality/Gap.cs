namespace OpenTrading.Sdk.Data.Quality;

/// <summary>Bars missing between two that are there.</summary>
/// <param name="After">UTC opening time of the bar before the gap.</param>
/// <param name="Before">UTC opening time of the bar after it.</param>
/// <param name="Missing">Missing bars inside trading hours.</param>
public sealed record Gap(DateTime After, DateTime Before, int Missing);
