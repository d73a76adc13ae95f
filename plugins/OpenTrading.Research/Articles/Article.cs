using System.Security.Cryptography;
using System.Text;
using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Articles;

/// <summary>An article of somebody elsewhere. Its texts are plain, and never trusted.</summary>
/// <param name="Link">Where it stands.</param>
/// <param name="Title">Title.</param>
/// <param name="Snippet">Beginning or digest.</param>
/// <param name="PublishedAt">UTC instant; null where the source does not say, or says what cannot be.</param>
/// <param name="Source">Who handed it over: <c>tavily</c>, or <c>feed:</c> and its host.</param>
internal sealed record Article(Uri Link, string Title, string Snippet, DateTime? PublishedAt, string Source)
{
    private const int MostTitle = 200;
    private const int MostSnippet = 320;

    // A clock elsewhere may be a little ahead; what claims to come from next week has no date.
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(6);

    /// <summary>How well it fits what was asked for, 0 to 1.</summary>
    public double Relevance { get; init; }

    /// <summary>Names it: the same link has the same id.</summary>
    public string Id => $"art_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Link.AbsoluteUri)))[..16]}";

    /// <summary>All its text.</summary>
    public string Text => $"{Title}\n{Snippet}";

    /// <summary>An article of what came in; null where it has no title or no link of the web.</summary>
    public static Article? Read(string? link, string? title, string? snippet, DateTime? publishedAt, string source, DateTime now)
    {
        string shown = OutsideText.Plain(title, MostTitle);
        return OutsideLink.Read(link) is { } address && shown.Length > 0
            ? new Article(address, shown, OutsideText.Plain(snippet, MostSnippet), publishedAt <= now + MostAhead && publishedAt >= now.AddYears(-30) ? publishedAt : null, source)
            : null;
    }
}
