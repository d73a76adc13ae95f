namespace OpenTrading.Integration.Tests.Mcp;

/// <summary>An open stream of server-sent events as revision 2024-11-05 has it.</summary>
internal sealed class HttpSse : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private HttpSse(HttpResponseMessage response, StreamReader reader, Uri messages) => (_response, _reader, Messages) = (response, reader, messages);

    /// <summary>Where its messages are posted.</summary>
    public Uri Messages { get; }

    /// <summary>Opens a stream and reads where to post.</summary>
    public static async Task<HttpSse> OpenAsync(Uri server, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/sse"));
        request.Headers.Accept.Add(new("text/event-stream"));
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        HttpResponseMessage response = await McpHost.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var reader = new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        string line;
        do
        {
            line = await reader.ReadLineAsync() ?? throw new EndOfStreamException();
        }
        while (!line.StartsWith("data: ", StringComparison.Ordinal));

        return new HttpSse(response, reader, new Uri(server, line["data: ".Length..]));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
