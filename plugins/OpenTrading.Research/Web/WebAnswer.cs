namespace OpenTrading.Research.Web;

/// <summary>An answer: right in size and kind, and otherwise whatever somebody elsewhere wrote.</summary>
/// <param name="Body">Its bytes, decompressed.</param>
/// <param name="At">UTC instant at which it came.</param>
internal sealed record WebAnswer(byte[] Body, DateTime At);
