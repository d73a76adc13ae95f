using OpenTrading.Scanner.Opportunities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Scans;

/// <summary>A scan that has ended.</summary>
/// <param name="Kept">As it is kept.</param>
/// <param name="All">What every symbol that could be read offers, the best first.</param>
/// <param name="Found">Those that score enough.</param>
/// <param name="Unavailable">Symbols that could not be read, and why.</param>
internal sealed record ScanOutcome(
    KeptScan Kept, IReadOnlyList<FoundOpportunity> All, IReadOnlyList<FoundOpportunity> Found, IReadOnlyList<Unavailable> Unavailable);
