namespace OpenTrading.Host.Faces.Mcp;

/// <summary>The revisions of the protocol that are spoken.</summary>
internal static class ProtocolVersions
{
    /// <summary>The first revision without sessions: each request says everything about itself.</summary>
    public const string FirstStateless = "2026-07-28";

    /// <summary>All, oldest first.</summary>
    public static readonly IReadOnlyList<string> All = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", FirstStateless];

    /// <summary>Whether a revision knows no sessions.</summary>
    public static bool IsStateless(string? version) => string.CompareOrdinal(version, FirstStateless) >= 0;
}
