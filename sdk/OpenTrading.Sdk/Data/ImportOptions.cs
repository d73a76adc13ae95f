namespace OpenTrading.Sdk.Data;

/// <summary>What an import stores and how strict it is.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ImportOptions
{
    /// <summary>Series that takes the rows.</summary>
    public required SeriesKey Key { get; init; }

    /// <summary>IANA zone of times that name no offset themselves.</summary>
    /// <value>Default <c>UTC</c>.</value>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Decimal digits of a price, 0 to 8; null takes the most decimals any price of the file is printed with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0 to 8.</exception>
    public int? Digits
    {
        get;
        init => field = value is null or (>= 0 and <= 8)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A price has 0 to 8 decimal digits.");
    }

    /// <summary>Leave bad rows out and count them, instead of refusing the file at the first.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>Let the file overwrite stored rows of the same time that differ, instead of refusing the file at the first.</summary>
    public bool Replace { get; init; }
}
