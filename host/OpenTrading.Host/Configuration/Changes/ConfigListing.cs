using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>The settings in force.</summary>
internal sealed record ConfigListing : RecordResult
{
    /// <summary>The settings.</summary>
    public required IReadOnlyList<ConfigRow> Items { get; init; }
}

/// <summary>A setting in force.</summary>
/// <param name="Key">Full key, such as <c>risk.spread_max.bps</c>.</param>
/// <param name="Value">Its value as a file spells it; masked where it is a secret.</param>
/// <param name="Default">Value without any setting; null where it must be set.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Place">File and line, or the variable; null for a default.</param>
/// <param name="Secret">Whether the value is shown to nobody.</param>
internal sealed record ConfigRow(string Key, string Value, string? Default, ConfigOrigin Origin, string? Place, bool Secret);
