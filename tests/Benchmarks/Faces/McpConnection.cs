using System.Net.Http.Headers;
using System.Text;

namespace OpenTrading.Benchmarks.Faces;

/// <summary>A client over one connection: as few of its own cycles as it can, for the host shares the machine with it.</summary>
internal sealed class McpConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly string _call;
    private string? _session;
    private int _id;

    /// <param name="server">The host.</param>
    /// <param name="tool">Tool it calls again and again.</param>
    /// <param name="arguments">With which arguments, as JSON.</param>
    public McpConnection(Uri server, string tool, string arguments)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1, UseProxy = false, UseCookies = false });
        _endpoint = new Uri(server, "/mcp");
        _call = $$""","method":"tools/call","params":{"name":"{{tool}}","arguments":{{arguments}} } }""";
    }

    /// <summary>Opens a session, as revisions up to 2025-11-25 have it.</summary>
    public async Task OpenAsync()
    {
        using HttpResponseMessage response = await PostAsync(
            """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"load","version":"1"}}}"""u8.ToArray()).ConfigureAwait(false);
        _session = response.Headers.GetValues("Mcp-Session-Id").Single();
        using HttpResponseMessage ready = await PostAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}"""u8.ToArray()).ConfigureAwait(false);
    }

    /// <summary>Calls once.</summary>
    /// <exception cref="InvalidOperationException">The answer is an error.</exception>
    public async Task CallAsync()
    {
        using HttpResponseMessage response = await PostAsync(Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":{{++_id}}{{_call}}""")).ConfigureAwait(false);
        byte[] answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        if (answer.AsSpan().IndexOf("\"isError\":true"u8) >= 0 || answer.AsSpan().IndexOf("\"structuredContent\""u8) < 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        if (_session is not null)
        {
            request.Headers.TryAddWithoutValidation("Mcp-Session-Id", _session);
        }

        return await _http.SendAsync(request).ConfigureAwait(false);
    }
}
