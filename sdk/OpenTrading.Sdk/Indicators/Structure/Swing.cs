namespace OpenTrading.Sdk.Indicators;

/// <summary>A turning point of the price.</summary>
/// <param name="Kind">Its side.</param>
/// <param name="Price">Where the price turned.</param>
/// <param name="BarsAgo">How many bars before the latest one.</param>
public readonly record struct Swing(SwingKind Kind, double Price, int BarsAgo);
