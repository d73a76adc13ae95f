namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>A price that the market may heed, before it is weighed against the others.</summary>
/// <param name="Price">Price units.</param>
/// <param name="Kind">Which kind of level.</param>
/// <param name="Label">Its name, such as <c>previous week high</c>.</param>
/// <param name="Weight">What it counts alone, 0 to 100.</param>
/// <param name="Touches">How often the price turned there; null where it is not about turns.</param>
/// <param name="LastTouch">UTC time of the latest turn.</param>
internal sealed record Candidate(double Price, string Kind, string Label, double Weight, int? Touches = null, DateTime? LastTouch = null);
