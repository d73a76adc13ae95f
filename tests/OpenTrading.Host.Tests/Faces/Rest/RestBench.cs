using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenTrading.Host.Faces.Http;
using OpenTrading.Host.Faces.Rest;
using OpenTrading.Host.Running;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Rest;

/// <summary>The samples behind the REST face on a real socket.</summary>
internal sealed class RestBench : IAsyncDisposable
{
    private readonly RestHandler _handler;
    private readonly HttpFace _server;
    private readonly JobTable _jobs;

    private RestBench(RestHandler handler, HttpFace server, SecurityBench security, CapabilityDispatcher dispatcher, LiveFeed feed, RestSamples samples, JobTable jobs)
    {
        (_handler, _server, _jobs, Security, Dispatcher, Feed, Samples) = (handler, server, jobs, security, dispatcher, feed, samples);
        Client = new HttpClient { BaseAddress = server.Address };
    }

    public SecurityBench Security { get; }

    public CapabilityDispatcher Dispatcher { get; }

    public LiveFeed Feed { get; }

    public RestSamples Samples { get; }

    public HttpClient Client { get; }

    public Uri Address => _server.Address;

    public static async Task<RestBench> StartAsync(TimeSpan? inlineWait = null)
    {
        var security = new SecurityBench();
        security.AddOperator("op1");
        var samples = new RestSamples();
        var jobs = new JobTable(TimeProvider.System, 4);
        var dispatcher = new CapabilityDispatcher(
            new CapabilityCatalog(),
            new AccessPolicy(new AccessMode(), security.Security.Sessions.IsOpen),
            security.Journal,
            TimeProvider.System,
            new CallLimits { InlineWait = inlineWait ?? TimeSpan.FromSeconds(20), ChangesPerSecond = 1000 },
            jobs);
        dispatcher.Catalog.Add(CapabilityDescriptor.Of(samples, "sample"));
        var feed = new LiveFeed(() => new { killLevel = 0 });
        var handler = new RestHandler(dispatcher, security.Gate, feed);
        HttpFace server = await HttpFace.StartAsync(new IPEndPoint(IPAddress.Loopback, 0), null, handler.AnswerAsync, CancellationToken.None);
        return new RestBench(handler, server, security, dispatcher, feed, samples, jobs);
    }

    /// <summary>Takes a credential for all calls to come.</summary>
    public RestBench With(string credential)
    {
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return this;
    }

    /// <summary>Takes a token.</summary>
    public RestBench AsAnalyst() => With(Security.Security.Tokens.Create("desk", 1).Secret);

    /// <summary>Takes an operator's session.</summary>
    public RestBench AsOperator() => With(Security.Security.Sessions.Open("op1").Id);

    /// <summary>Sends a request.</summary>
    /// <returns>Status and summary; for an error, status and code.</returns>
    public async Task<(int Status, string Said)> SendAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await AnswerAsync(method, path, body, headers);
        string text = await response.Content.ReadAsStringAsync();
        if (text.Length == 0)
        {
            return ((int)response.StatusCode, "");
        }

        JsonElement answer = JsonElement.Parse(text);
        return ((int)response.StatusCode, answer.TryGetProperty("error", out JsonElement error) ? error.GetProperty("code").GetString()! : answer.GetProperty("summary").GetString()!);
    }

    public async Task<HttpResponseMessage> AnswerAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Feed.Dispose();
        await _server.DisposeAsync();
        _handler.Dispose();
        _jobs.Dispose();
        Security.Dispose();
    }
}
