namespace OpenTrading.Kernel.Journal.Calls;

/// <summary>Some of the calls that were asked for.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Total">How many were asked for in all.</param>
/// <param name="Refused">How many of them were refused, or failed.</param>
/// <param name="Missing">Why older calls are missing here; null when none is.</param>
public sealed record CallPage(IReadOnlyList<CallRow> Rows, long Total, long Refused, string? Missing = null);
