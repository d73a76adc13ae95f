using Microsoft.AspNetCore.Http.Features;
using OpenTrading.Host.Security;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public sealed class CallerGateTests : IDisposable
{
    private readonly SecurityBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("127.0.0.1:8010", null, true)]
    [InlineData("localhost:8010", "http://localhost:8010", true)]
    [InlineData("LOCALHOST:8010", "http://127.0.0.1:8010", true)]
    [InlineData("[::1]:8010", "http://[::1]:8010", true)]
    [InlineData("evil.example:8010", null, false)]
    [InlineData("127.0.0.1.evil.example:8010", null, false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("127.0.0.1:8011", null, false)]
    [InlineData("", null, false)]
    [InlineData("127.0.0.1:8010", "http://evil.example", false)]
    [InlineData("127.0.0.1:8010", "http://localhost:3000", false)]
    [InlineData("127.0.0.1:8010", "http://localhost:8010/path", false)]
    [InlineData("127.0.0.1:8010", "http://localhost:8010@evil.example", false)]
    [InlineData("127.0.0.1:8010", "null", false)]
    [InlineData("127.0.0.1:8010", "", false)]
    public async Task Admit_HostAndOrigin_OfThisHostAlone(string host, string? origin, bool isAdmitted)
    {
        var (caller, status, code, _) = await _bench.AdmitAsync(SecurityBench.Request(host: host, origin: origin));

        Assert.Equal(isAdmitted, caller is not null);
        Assert.Equal(isAdmitted ? (200, "") : (403, "NOT_PERMITTED"), (status, code));
    }

    [Fact]
    public async Task Admit_HostOfTheConfiguration_WithItsOwnPort()
    {
        using var bench = new SecurityBench("""
            [security]
            allowed_hosts = ["desk.example", "proxy.example:443"]
            """);

        Assert.NotNull((await bench.AdmitAsync(SecurityBench.Request(host: "desk.example:8010"))).Caller);
        Assert.NotNull((await bench.AdmitAsync(SecurityBench.Request(host: "proxy.example:443", origin: "https://proxy.example"))).Caller);
        Assert.Equal(403, (await bench.AdmitAsync(SecurityBench.Request(host: "proxy.example:8010"))).Status);
        Assert.Equal(403, (await bench.AdmitAsync(SecurityBench.Request())).Status);
    }

    [Theory]
    [InlineData("/x/../operator/session/start")]
    [InlineData("/call/get_quote/../../operator/session/start")]
    [InlineData("/operator/session/%73tart")]
    [InlineData("/operator/session/start?x=1")]
    public async Task Admit_LoginPathWrittenOtherwise_IsNotTheWayIn(string target)
    {
        using var bench = new SecurityBench("[security]\nrequire_auth = true\n");
        var request = SecurityBench.Request(path: CallerGate.LoginPath);
        request.Features.Get<IHttpRequestFeature>()!.RawTarget = target;

        var (caller, status, _, _) = await bench.AdmitAsync(request);

        Assert.Null(caller);
        Assert.Equal(401, status);
    }

    [Fact]
    public async Task Admit_NoCredentialOnLoopback_IsTheUnauthenticatedLocalClient() =>
        Assert.Equal(SecurityBench.Local, (await _bench.AdmitAsync(SecurityBench.Request())).Caller);

    [Theory]
    [InlineData("", "192.0.2.7", "/quote", null)]
    [InlineData("[security]\nrequire_auth = true\n", "127.0.0.1", "/quote", null)]
    [InlineData("[security]\nrequire_auth = true\n", "192.0.2.7", CallerGate.LoginPath, "client:192.0.2.7")]
    [InlineData("[security]\nrequire_auth = true\n", "127.0.0.1", CallerGate.LoginPath, "client:local")]
    public async Task Admit_NoCredential_OnlyToLogInWhereOneIsAskedFor(string configuration, string peer, string path, string? actor)
    {
        using var bench = new SecurityBench(configuration);

        var (caller, status, code, _) = await bench.AdmitAsync(SecurityBench.Request(peer: peer, path: path));

        Assert.Equal(actor is null ? null : new Principal(actor, Role.Analyst, IsAuthenticated: false), caller);
        Assert.Equal(actor is null ? (401, "UNAUTHENTICATED") : (200, ""), (status, code));
    }

    [Fact]
    public async Task Admit_Token_IsItsAnalystUntilItExpiresOrIsRevoked()
    {
        (AccessToken token, string secret) = _bench.Security.Tokens.Create("desk", 1);
        Assert.Equal(new Principal("client:desk", Role.Analyst), (await _bench.AdmitAsync(SecurityBench.Request(secret))).Caller);

        _bench.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Contains("The token is expired", (await _bench.AdmitAsync(SecurityBench.Request(secret))).Answer, StringComparison.Ordinal);
        _bench.Security.Tokens.Revoke(token.Id);
        Assert.Contains("The token is revoked", (await _bench.AdmitAsync(SecurityBench.Request(secret))).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admit_Session_IsItsOperator()
    {
        (OperatorSession session, string id) = _bench.Security.Sessions.Open("op1");
        Assert.Same(session.Caller, (await _bench.AdmitAsync(SecurityBench.Request(id))).Caller);

        _bench.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal(401, (await _bench.AdmitAsync(SecurityBench.Request(id))).Status);
    }

    [Theory]
    [InlineData(null, "client:cli")]
    [InlineData("stdio", "client:stdio")]
    [InlineData("operator", "client:cli")]
    public async Task Admit_LocalToken_IsTheCommandThatReadIt(string? client, string actor)
    {
        var request = SecurityBench.Request(LocalToken.Read(_bench.Home));
        request.Request.Headers[CallerGate.ClientHeader] = client;

        Assert.Equal(new Principal(actor, Role.Analyst), (await _bench.AdmitAsync(request)).Caller);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer ses_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer")]
    [InlineData("Basic b3A6cGFzcw==")]
    [InlineData("")]
    public async Task Admit_WrongCredential_IsNeverTakenForNone(string header)
    {
        var request = SecurityBench.Request();
        request.Request.Headers.Authorization = header;

        var (caller, status, code, answer) = await _bench.AdmitAsync(request);

        Assert.Null(caller);
        Assert.Equal((401, "UNAUTHENTICATED"), (status, code));
        Assert.Equal("Bearer realm=\"opentrading\"", request.Response.Headers.WWWAuthenticate);
        Assert.DoesNotContain("AAAA", answer, StringComparison.Ordinal);
        Assert.Equal(("host", "auth.refused", """{"failures":1,"id":null,"peer":"127.0.0.1","state":"unknown"}"""), Assert.Single(_bench.Journal.Records));
    }

    [Fact]
    public async Task Admit_ManyWrongCredentials_SlowDownWithoutLockingOutTheRightOne()
    {
        string secret = _bench.Security.Tokens.Create("desk", 1).Secret;
        int[] statuses = new int[7];
        for (int i = 0; i < statuses.Length; i++)
        {
            statuses[i] = (await _bench.AdmitAsync(SecurityBench.Request("ot_wrong"))).Status;
        }

        Assert.Equal([401, 401, 401, 401, 401, 429, 429], statuses);
        Assert.Equal(5, _bench.Journal.Records.Count);
        Assert.NotNull((await _bench.AdmitAsync(SecurityBench.Request(secret))).Caller);
        Assert.Equal(401, (await _bench.AdmitAsync(SecurityBench.Request("ot_wrong", peer: "127.0.0.2"))).Status);
        _bench.Clock.PassSeconds(2);
        Assert.Equal(401, (await _bench.AdmitAsync(SecurityBench.Request("ot_wrong"))).Status);
    }

    [Fact]
    public void IsStillAdmitted_RevokedMeanwhile_IsNot()
    {
        (AccessToken token, string secret) = _bench.Security.Tokens.Create("desk", 1);
        var request = SecurityBench.Request(secret);

        Assert.True(_bench.Gate.IsStillAdmitted(request));
        _bench.Security.Tokens.Revoke(token.Id);
        Assert.False(_bench.Gate.IsStillAdmitted(request));
    }

    [Fact]
    public void LocalToken_HostEnds_IsGone()
    {
        string file = Path.Combine(_bench.Home.State, "local.token");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        _bench.Security.Dispose();

        Assert.False(File.Exists(file));
        Assert.Null(LocalToken.Read(_bench.Home));
    }
}
