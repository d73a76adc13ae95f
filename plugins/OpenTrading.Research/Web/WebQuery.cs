namespace OpenTrading.Research.Web;

/// <summary>A request to a machine elsewhere.</summary>
/// <param name="Address">http or https.</param>
/// <param name="MediaTypes">What the answer may be.</param>
internal sealed record WebQuery(Uri Address, IReadOnlyList<string> MediaTypes)
{
    /// <summary>Body of a POST; null asks by GET.</summary>
    public string? Json { get; init; }

    /// <summary>Secret of the caller at that machine. It goes there and to no other.</summary>
    public string? Bearer { get; init; }

    /// <summary>What makes two requests the same.</summary>
    public string Key => $"{Address.AbsoluteUri}\n{Json}";
}
