namespace OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;

/// <summary>One fold of a purged, embargoed cross-validation.</summary>
/// <param name="Index">Number of the fold, from 0.</param>
/// <param name="Test">Samples tested.</param>
/// <param name="Train">Samples trained on, none of whose labels touches a test label: one range, two, or none.</param>
public sealed record PurgedFold(int Index, IndexRange Test, IReadOnlyList<IndexRange> Train);
