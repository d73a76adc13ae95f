namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>A window of a walk-forward.</summary>
/// <param name="Train">Bars that were chosen on.</param>
/// <param name="Test">Bars that were traded.</param>
/// <param name="Parameters">What was chosen.</param>
/// <param name="IsSharpe">Sharpe ratio a year of it where it was chosen; null where equity never moved.</param>
/// <param name="OosSharpe">The same where it was traded.</param>
internal sealed record FoldRow(FoldSpan Train, FoldSpan Test, IReadOnlyDictionary<string, double> Parameters, double? IsSharpe, double? OosSharpe);
