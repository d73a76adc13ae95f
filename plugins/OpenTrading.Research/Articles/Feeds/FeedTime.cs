using System.Globalization;

namespace OpenTrading.Research.Articles.Feeds;

/// <summary>Times as feeds write them: those of mail (RFC 822) and ISO 8601.</summary>
internal static class FeedTime
{
    // The zones that RFC 822 names.
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = "+00:00", ["UTC"] = "+00:00", ["GMT"] = "+00:00", ["Z"] = "+00:00",
        ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    };

    /// <summary>The UTC instant; null where the text is no time. One without a zone is UTC.</summary>
    public static DateTime? Read(string? text)
    {
        string plain = (text ?? "").Trim();
        int blank = plain.LastIndexOf(' ');
        if (blank > 0 && Zones.TryGetValue(plain[(blank + 1)..], out string? offset))
        {
            plain = $"{plain[..blank]} {offset}";
        }

        return plain.Length is > 0 and <= 64 && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time.UtcDateTime : null;
    }
}
