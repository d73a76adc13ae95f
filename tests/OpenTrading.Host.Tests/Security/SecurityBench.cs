using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Host.Security;
using OpenTrading.Host.Tests.Configuration;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

/// <summary>A home with its credentials, on a clock that stands still.</summary>
internal sealed class SecurityBench : IDisposable
{
    public const string Passphrase = "correct horse battery staple";
    private const int Port = 8010;

    // Hashing is meant to take long; one operator serves all tests.
    private static readonly Lazy<PassphraseHash> Hash = new(() => PassphraseHash.Of(Passphrase));

    private readonly ConfigFolder _folder = new();

    public SecurityBench(string configuration = "")
    {
        Configuration = _folder.Load(ConfigFolder.Mandatory + configuration);
        Home = HomeFolder.Open(_folder["home"], Configuration.File);
        Operators = new OperatorStore(Home.Operators);
        Security = new HostSecurity(Configuration, Home, Journal, Clock);
        Gate = Security.OpenGate();
    }

    public HostConfiguration Configuration { get; }

    public HomeFolder Home { get; }

    public ManualClock Clock { get; } = new();

    public MemoryJournal Journal { get; } = new();

    public OperatorStore Operators { get; }

    public HostSecurity Security { get; }

    public CallerGate Gate { get; }

    public static Principal Local { get; } = new("client:local", Role.Analyst, IsAuthenticated: false);

    public void AddOperator(string name, byte[]? totpKey = null) =>
        Operators.Add(new OperatorAccount(name, Hash.Value, Clock.GetUtcNow(), totpKey is null ? null : Convert.ToBase64String(totpKey)));

    /// <summary>A request to this host.</summary>
    public static DefaultHttpContext Request(string? bearer = null, string host = "127.0.0.1:8010", string? origin = null, string peer = "127.0.0.1", string path = "/quote")
    {
        var context = new DefaultHttpContext();
        context.Connection.LocalPort = Port;
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Path = path;
        context.Features.Get<IHttpRequestFeature>()!.RawTarget = path;
        context.Request.Headers.Host = host;
        context.Response.Body = new MemoryStream();
        if (bearer is not null)
        {
            context.Request.Headers.Authorization = $"Bearer {bearer}";
        }

        if (origin is not null)
        {
            context.Request.Headers.Origin = origin;
        }

        return context;
    }

    /// <summary>What the gate makes of a request: who calls, or the status, the code and the whole answer.</summary>
    public async Task<(Principal? Caller, int Status, string Code, string Answer)> AdmitAsync(HttpContext request)
    {
        Principal? caller = await Gate.AdmitAsync(request);
        string answer = Encoding.UTF8.GetString(((MemoryStream)request.Response.Body).ToArray());
        string code = answer.Length == 0 ? "" : JsonElement.Parse(answer).GetProperty("error").GetProperty("code").GetString()!;
        return (caller, request.Response.StatusCode, code, answer);
    }

    public void Dispose()
    {
        Security.Dispose();
        _folder.Dispose();
    }
}
