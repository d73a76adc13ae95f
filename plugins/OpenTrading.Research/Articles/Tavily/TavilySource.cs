using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Research.Articles.Feeds;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Articles.Tavily;

/// <summary>The search engine Tavily, by its search endpoint for news.</summary>
/// <param name="baseAddress">Where it stands.</param>
/// <param name="keyVariable">Environment variable of the key, for the refusal.</param>
/// <param name="key">The key of now; null for none.</param>
/// <param name="client">Asks.</param>
internal sealed class TavilySource(Uri baseAddress, string keyVariable, Func<string?> key, GuardedClient client) : IArticleSource
{
    // What the engine takes at most.
    private const int MostResults = 20;
    private static readonly string[] Kinds = ["application/json"];
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 16 };

    private readonly Uri _search = new(baseAddress.AbsoluteUri.TrimEnd('/') + "/search");

    /// <inheritdoc/>
    public string Name => "tavily";

    /// <inheritdoc/>
    public async Task<(IReadOnlyList<Article> Articles, DateTime At)> FindAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        string bearer = key()?.Trim() is { Length: > 0 and <= 256 } given && given.All(c => c is > ' ' and < '\u007f')
            ? given
            : throw new FetchException($"the environment variable {keyVariable} holds no key");
        var question = new JsonObject
        {
            ["query"] = query.Text, ["topic"] = "news", ["days"] = query.Days, ["max_results"] = Math.Min(query.Limit, MostResults), ["search_depth"] = "basic", ["include_answer"] = false,
        };
        WebAnswer answer = await client.FetchAsync(new WebQuery(_search, Kinds) { Json = question.ToJsonString(), Bearer = bearer }, cancellationToken).ConfigureAwait(false);
        return (Read(answer), answer.At);
    }

    private Article[] Read(WebAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body, Bounded);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("results", out JsonElement results) && results.ValueKind == JsonValueKind.Array
                ? [.. results.EnumerateArray().Take(MostResults).Select(r => ReadOne(r, answer.At)).OfType<Article>()]
                : throw new FetchException("its answer has no results");
        }
        catch (JsonException e)
        {
            throw new FetchException("its answer is no JSON", e);
        }
    }

    private Article? ReadOne(JsonElement result, DateTime at)
    {
        if (result.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        double relevance = result.TryGetProperty("score", out JsonElement score) && score.ValueKind == JsonValueKind.Number && score.TryGetDouble(out double given) ? given : 0;
        return Article.Read(Text("url"), Text("title"), Text("content"), FeedTime.Read(Text("published_date")), Name, at) is { } article
            ? article with { Relevance = Math.Round(Math.Clamp(relevance, 0, 1), 3) }
            : null;

        string? Text(string name)
        {
            try
            {
                return result.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // A text with half a character in it.
                return null;
            }
        }
    }
}
