using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.MarketStore.History;

/// <summary>Which data there is.</summary>
public sealed record CoverageResult : CapabilityResult
{
    /// <summary>Market time.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Sources of prices.</summary>
    public required IReadOnlyList<SourceState> Sources { get; init; }

    /// <summary>Series with a known extent: those of the store.</summary>
    public required IReadOnlyList<SeriesCoverage> Items { get; init; }

    /// <summary>All series.</summary>
    public required int Total { get; init; }

    /// <summary>Cursor to further ones; null at the end.</summary>
    public string? NextCursor { get; init; }

    /// <summary>Whether there are further ones.</summary>
    public bool Truncated => NextCursor is not null;
}
