using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>Resources and prompts as they are written against what a running host serves.</summary>
public sealed partial class ResourceDocumentTests(RestHost host) : IClassFixture<RestHost>
{
    private const string Scheme = "opentrading://";

    // What rests on toolsets that need not be there yet.
    private static readonly string[] LaterResources = ["model/{modelId}"];

    private static readonly string[] LaterPrompts = ["model_review"];

    private static readonly Dictionary<string, string> Variables = new()
    {
        ["symbol"] = "EURUSD", ["timeframe"] = "H1", ["name"] = "main", ["strategyId"] = "sma-rsi-baseline", ["date"] = "2026-01-05", ["page"] = "sop",
    };

    [DocumentFact(CatalogDocument.File)]
    public async Task Resources_OfTheDocument_AreServedWithTheirKindAndChange()
    {
        (string Template, bool IsLive, string Mime)[] all = [.. Written()];
        (string Template, bool IsLive, string Mime)[] written = [.. all.Where(w => !LaterResources.Contains(w.Template))];
        Assert.Equal(19, all.Length);
        await using McpClient client = await ConnectAsync();
        Dictionary<string, string?> served = (await client.ListResourceTemplatesAsync()).Select(t => (t.UriTemplate, t.MimeType))
            .Concat((await client.ListResourcesAsync()).Select(r => (r.Uri, r.MimeType)))
            .ToDictionary(r => r.Item1[Scheme.Length..], r => r.MimeType);

        Assert.Empty(served.Keys.Except(all.Select(w => w.Template)));
        Assert.Empty(written.Select(w => w.Template).Except(served.Keys));
        Assert.All(written, w => Assert.Equal((w.Template, w.Mime), (w.Template, served[w.Template])));
        foreach ((string template, bool isLive, _) in written)
        {
            string uri = Scheme + Hole().Replace(template, hole => Variables.GetValueOrDefault(hole.Groups[1].Value, "x"));
            Task subscribing = client.SubscribeToResourceAsync(uri);
            if (isLive)
            {
                await subscribing;
            }
            else
            {
                await Assert.ThrowsAnyAsync<McpException>(() => subscribing);
            }

            if (Hole().Matches(template).All(hole => Variables.ContainsKey(hole.Groups[1].Value)) && template != "audit/checkpoint")
            {
                ReadResourceResult read = await client.ReadResourceAsync(uri);
                Assert.NotEmpty(Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text);
            }
        }
    }

    [DocumentFact(CatalogDocument.File)]
    public async Task Pages_OfTheDocument_AreAllToBeRead()
    {
        string[] pages = [.. Pages().Match(Chapter()).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)];
        await using McpClient client = await ConnectAsync();

        CompleteResult known = await client.CompleteAsync(new ResourceTemplateReference { Uri = Scheme + "docs/{page}" }, "page", "");

        Assert.Equal(pages.Order(), known.Completion.Values.Order());
        foreach (string page in pages)
        {
            string text = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync($"{Scheme}docs/{page}")).Contents)).Text;
            Assert.StartsWith("# ", text, StringComparison.Ordinal);
        }
    }

    [DocumentFact(CatalogDocument.File)]
    public async Task Prompts_OfTheDocument_AreServedWithTheirArguments()
    {
        string[] written =
        [
            .. Prompt().Matches(Chapter()[Chapter().IndexOf("Prompts (", StringComparison.Ordinal)..])
                .Select(p => $"{p.Groups[1].Value}({string.Join(", ", p.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => a.Contains('=', StringComparison.Ordinal) ? $"{a.Split('=')[0]}?" : a))})"),
        ];
        await using McpClient client = await ConnectAsync();

        string[] served = [.. (await client.ListPromptsAsync()).Select(p => $"{p.Name}({string.Join(", ", (p.ProtocolPrompt.Arguments ?? []).Select(a => a.Required == true ? a.Name : $"{a.Name}?"))})")];

        Assert.Equal(10, written.Length);
        Assert.Empty(served.Except(written));
        Assert.Empty(written.Where(w => !LaterPrompts.Contains(w.Split('(')[0])).Except(served));
    }

    private static string Chapter() => File.ReadAllText(ReferenceFiles.Document(CatalogDocument.File)).Split("\n## ").Single(c => c.StartsWith("5. ", StringComparison.Ordinal));

    private static IEnumerable<(string Template, bool IsLive, string Mime)> Written() =>
        Resource().Matches(Chapter()[(Chapter().IndexOf("subscribed):", StringComparison.Ordinal) + 12)..Chapter().IndexOf("Prompts (", StringComparison.Ordinal)]).Select(m => (
            m.Groups[1].Value,
            m.Groups[2].Success,
            m.Groups[1].Value.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : m.Groups[3].Value.StartsWith("(Markdown", StringComparison.Ordinal) ? "text/markdown"
            : m.Groups[3].Value.StartsWith("(PNG or SVG", StringComparison.Ordinal) ? "image/svg+xml"
            : "application/json"));

    private Task<McpClient> ConnectAsync() => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Mcp, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Token}" },
        }),
        new McpClientOptions { ProtocolVersion = "2025-11-25" });

    [GeneratedRegex(@"(?:^|·)\s*([a-z]+(?:/[a-z{}A-Z.]+)*)(\*)?\s*(\([^)]*\))?", RegexOptions.None)]
    private static partial Regex Resource();

    [GeneratedRegex(@"docs/\{page\} \(Markdown: ([^)]*)\)")]
    private static partial Regex Pages();

    [GeneratedRegex(@"`(\w+)`(?: \(([^)]*)\))?: ")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Hole();
}
