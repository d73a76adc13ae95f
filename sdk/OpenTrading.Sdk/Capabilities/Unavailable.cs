namespace OpenTrading.Sdk.Capabilities;

/// <summary>A part of an answer that could not be had.</summary>
/// <param name="Section">Which part.</param>
/// <param name="Reason">Why.</param>
public sealed record Unavailable(string Section, string Reason);
