namespace OpenTrading.Sdk.Capabilities;

/// <summary>How far a long call is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="Stage">What it is doing.</param>
public readonly record struct JobProgress(double Percent, string Stage);
