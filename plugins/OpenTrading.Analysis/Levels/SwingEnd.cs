namespace OpenTrading.Analysis.Levels;

/// <summary>An end of a move.</summary>
/// <param name="Time">UTC opening time of its bar.</param>
/// <param name="Price">Price units.</param>
public sealed record SwingEnd(DateTime Time, decimal Price);
