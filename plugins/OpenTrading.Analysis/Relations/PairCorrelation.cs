namespace OpenTrading.Analysis.Relations;

/// <summary>How two symbols go together.</summary>
/// <param name="A">First symbol.</param>
/// <param name="B">Second symbol.</param>
/// <param name="Value">Correlation of their returns, −1 to 1; null where one of them does not move.</param>
/// <param name="Rolling30">The same of the latest 30 returns.</param>
public sealed record PairCorrelation(string A, string B, double? Value, double? Rolling30);
