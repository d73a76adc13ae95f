using OpenTrading.Sdk.Analysis;

namespace OpenTrading.Analysis.Patterns.Charts;

/// <summary>A chart pattern before its outcome is known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Side">The side it speaks for; none where either may follow.</param>
/// <param name="FromBar">First bar.</param>
/// <param name="ToBar">Last bar.</param>
/// <param name="KnownAt">The bar at whose close its last turning point was known.</param>
/// <param name="Upper">Price above which a close leaves it, by bar.</param>
/// <param name="Lower">Price below which a close leaves it, by bar.</param>
/// <param name="Height">How far its target lies beyond.</param>
/// <param name="Score">How clear it is, 0 to 100.</param>
internal sealed record Shape(
    string Name, Direction Side, int FromBar, int ToBar, int KnownAt, Func<int, double> Upper, Func<int, double> Lower, double Height, double Score);
