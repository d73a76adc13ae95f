namespace OpenTrading.Sdk.Data;

/// <summary>A row that an import left out.</summary>
/// <param name="Row">Line of the file, 1 = first line, a header included.</param>
/// <param name="Fault">Why.</param>
/// <param name="Text">Why in words, with the value.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RejectedRow(long Row, RowFault Fault, string Text);
