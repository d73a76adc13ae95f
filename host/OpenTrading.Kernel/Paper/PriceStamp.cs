namespace OpenTrading.Kernel.Paper;

/// <summary>Where the prices behind an answer come from, and how old they are.</summary>
/// <param name="Source">Such as <c>file:EURUSD</c>.</param>
/// <param name="AsOf">UTC instant of the price.</param>
/// <param name="Stale">Whether a newer one should be there by now.</param>
public readonly record struct PriceStamp(string Source, DateTime AsOf, bool Stale);
