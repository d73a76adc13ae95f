namespace OpenTrading.Sdk.Capabilities;

/// <summary>One fault of a refused call.</summary>
/// <param name="Path">Where: the argument and what is inside it.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record ErrorDetail(IReadOnlyList<string> Path, string Message);
