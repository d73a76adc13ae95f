using OpenTrading.Research.Articles;
using OpenTrading.Research.Texts;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Research.Subjects;

/// <summary>An economy.</summary>
/// <param name="Code">Code of the region, such as <c>US</c>.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Name">Its name in prose.</param>
internal sealed record Region(string Code, string Currency, string Name)
{
    private static readonly Region[] All =
    [
        new("US", "USD", "United States"), new("EU", "EUR", "euro area"), new("UK", "GBP", "United Kingdom"), new("JP", "JPY", "Japan"), new("CH", "CHF", "Switzerland"),
        new("AU", "AUD", "Australia"), new("CA", "CAD", "Canada"), new("NZ", "NZD", "New Zealand"), new("CN", "CNY", "China"),
    ];

    /// <summary>The region of a code, or of its currency.</summary>
    /// <exception cref="CapabilityException">There is none: <see cref="ErrorCode.ValidationError"/>.</exception>
    public static Region Of(string text)
    {
        string code = text.Trim().ToUpperInvariant() switch { "GB" => "UK", "EZ" or "EA" => "EU", "USA" => "US", var other => other };
        return Array.Find(All, r => r.Code == code || r.Currency == code)
            ?? throw Argument.Refuse("region", $"no such region is known; there are {string.Join(", ", All.Select(r => r.Code))}");
    }

    /// <summary>Articles on its economy.</summary>
    public ArticleQuery ToQuery(int days, int limit) => new($"{Name} economy central bank inflation employment growth", [.. Words.Phrases(Name), .. CurrencyWords.Of(Currency)], days, limit);
}
