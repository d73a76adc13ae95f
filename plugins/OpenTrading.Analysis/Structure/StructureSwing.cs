namespace OpenTrading.Analysis.Structure;

/// <summary>A turning point and how it stands to the one before it on its side.</summary>
/// <param name="Time">UTC opening time of its bar.</param>
/// <param name="Price">Where the price turned, price units.</param>
/// <param name="Kind"><c>HH</c> a higher high, <c>LH</c> a high that is none; <c>LL</c> a lower low, <c>HL</c> a low that is none.</param>
public sealed record StructureSwing(DateTime Time, decimal Price, string Kind);
