using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Structure;

/// <summary>A close beyond the latest turning point.</summary>
/// <param name="Time">UTC opening time of the bar that closed beyond.</param>
/// <param name="Price">The turning point, price units.</param>
/// <param name="Kind"><c>BOS</c>, a break of structure, with the trend; <c>CHOCH</c>, a change of character, against it.</param>
/// <param name="Direction">Where it broke to.</param>
public sealed record StructureBreak(DateTime Time, decimal Price, string Kind, Direction Direction);
