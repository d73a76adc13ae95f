using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Scanner.Confluence;

/// <summary>How much speaks for a trade of one symbol, each way.</summary>
public sealed record ConfluenceResult : PricesResult
{
    /// <summary>For buying.</summary>
    public required SideScore Long { get; init; }

    /// <summary>For selling.</summary>
    public required SideScore Short { get; init; }

    /// <summary>Factors that speak against the direction that scores more.</summary>
    public required IReadOnlyList<string> Conflicts { get; init; }

    /// <summary>What is not known, and why; it counts nothing.</summary>
    public required IReadOnlyList<Unavailable> Missing { get; init; }
}
