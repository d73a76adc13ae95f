using System.Net;
using System.Text.Json;
using OpenTrading.Host.Tests.Security;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Faces.Rest;

/// <summary>An operator in a browser: a cookie that no script reads, and a second secret for everything but reading.</summary>
public sealed class BrowserTests : IAsyncLifetime
{
    private const string Login = """{"operator":"op1","passphrase":"correct horse battery staple"}""";

    // What a browser keeps and sends, this test keeps and sends itself.
    private static readonly SocketsHttpHandler Handler = new() { UseCookies = false };

    private RestBench _bench = null!;

    private string Origin => _bench.Address.GetLeftPart(UriPartial.Authority);

    public async Task InitializeAsync()
    {
        _bench = await RestBench.StartAsync();
        _bench.Dispatcher.Catalog.Add(CapabilityDescriptor.Of(
            new CredentialCapabilities(_bench.Security.Security, _bench.Security.Journal, _bench.Security.Clock), CapabilityDescriptor.Host));
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Login_FromAPage_GivesTheIdToTheBrowserAndTheTokenToThePage()
    {
        using HttpResponseMessage response = await SendAsync("POST", CallerGate.LoginPath, Login, ("Origin", Origin));

        JsonElement answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^ot_session=ses_[A-Za-z0-9_-]{43}; path=/; samesite=strict; httponly$", cookie);
        Assert.False(answer.TryGetProperty("sessionId", out _));
        Assert.Equal(43, answer.GetProperty("csrfToken").GetString()!.Length);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Login_FromNoPage_GivesTheId()
    {
        using HttpResponseMessage response = await SendAsync("POST", CallerGate.LoginPath, Login);

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.StartsWith("ses_", JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("sessionId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_CookieWithTokenAndOrigin_IsTheOperator()
    {
        (string cookie, string csrf) = await LogInAsync();

        Assert.Equal((200, "operated 1 "), await AnswerAsync("DELETE", "/test/operate", ("Cookie", cookie), ("X-OT-CSRF", csrf), ("Origin", Origin)));
        Assert.Equal((200, "found"), await AnswerAsync("GET", "/test/items/find", ("Cookie", cookie)));
        Assert.Contains("operate", await TextAsync("/call", ("Cookie", cookie)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, "own")]
    [InlineData(true, false, "own")]
    [InlineData(true, true, "none")]
    [InlineData(true, true, "wrong")]
    public async Task Act_CookieWithoutAllOfIt_IsRefused(bool hasToken, bool hasOrigin, string token)
    {
        (string cookie, string csrf) = await LogInAsync();
        List<(string, string)> headers = [("Cookie", cookie)];
        if (hasToken && token != "none")
        {
            headers.Add(("X-OT-CSRF", token == "own" ? csrf : new string('A', 43)));
        }

        if (hasOrigin)
        {
            headers.Add(("Origin", Origin));
        }

        Assert.Equal((403, "NOT_PERMITTED"), await AnswerAsync("DELETE", "/test/operate", [.. headers]));
        Assert.Equal(0, _bench.Samples.Operated);
    }

    [Fact]
    public async Task Act_TokenOfAnotherSession_IsRefused()
    {
        (string cookie, _) = await LogInAsync();
        (_, string other) = await LogInAsync();

        Assert.Equal((403, "NOT_PERMITTED"), await AnswerAsync("DELETE", "/test/operate", ("Cookie", cookie), ("X-OT-CSRF", other), ("Origin", Origin)));
    }

    [Fact]
    public async Task Act_ForeignOrigin_IsRefusedBeforeAnythingIsRead()
    {
        (string cookie, string csrf) = await LogInAsync();

        Assert.Equal((403, "NOT_PERMITTED"), await AnswerAsync("DELETE", "/test/operate", ("Cookie", cookie), ("X-OT-CSRF", csrf), ("Origin", "http://evil.example")));
        Assert.Equal((403, "NOT_PERMITTED"), await AnswerAsync("GET", "/test/items/find", ("Cookie", cookie), ("Origin", "http://evil.example")));
    }

    // Cookies know no ports: any server of this machine that the browser visits sees them.
    [Fact]
    public async Task Bearer_IdOutOfACookie_OpensNothing()
    {
        (string cookie, _) = await LogInAsync();

        Assert.Equal((401, "UNAUTHENTICATED"), await AnswerAsync("DELETE", "/test/operate", ("Authorization", $"Bearer {cookie.Split('=')[1]}")));
    }

    [Fact]
    public async Task Logout_EndsTheSessionAndForgetsTheCookie()
    {
        (string cookie, string csrf) = await LogInAsync();

        using HttpResponseMessage ended = await SendAsync("POST", "/operator/session/end", "", ("Cookie", cookie), ("X-OT-CSRF", csrf), ("Origin", Origin));
        using HttpResponseMessage after = await SendAsync("GET", "/test/items/find", null, ("Cookie", cookie));

        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.StartsWith("ot_session=; expires=Thu, 01 Jan 1970", Assert.Single(ended.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.StartsWith("ot_session=; expires=Thu, 01 Jan 1970", Assert.Single(after.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_BesideASessionWhoseTokenWasLost_StartsAfreshAndEndsTheOther()
    {
        (string cookie, string csrf) = await LogInAsync();

        using HttpResponseMessage again = await SendAsync("POST", CallerGate.LoginPath, Login, ("Cookie", cookie), ("Origin", Origin));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.True(again.Headers.Contains("Set-Cookie"));
        Assert.Equal((401, "UNAUTHENTICATED"), await AnswerAsync("DELETE", "/test/operate", ("Cookie", cookie), ("X-OT-CSRF", csrf), ("Origin", Origin)));
    }

    [Fact]
    public async Task Login_WithinTheSession_ConfirmsIt()
    {
        (string cookie, string csrf) = await LogInAsync();

        using HttpResponseMessage again = await SendAsync("POST", CallerGate.LoginPath, Login, ("Cookie", cookie), ("X-OT-CSRF", csrf), ("Origin", Origin));

        Assert.False(again.Headers.Contains("Set-Cookie"));
        Assert.Equal(csrf, JsonElement.Parse(await again.Content.ReadAsStringAsync()).GetProperty("csrfToken").GetString());
    }

    [Fact]
    public async Task Admit_CookieAtAFaceWithoutPages_IsNoCredential()
    {
        (string cookie, string csrf) = await LogInAsync();
        var request = SecurityBench.Request(origin: "http://127.0.0.1:8010");
        request.Request.Headers.Cookie = cookie;
        request.Request.Headers["X-OT-CSRF"] = csrf;

        Assert.Equal(SecurityBench.Local, (await _bench.Security.AdmitAsync(request)).Caller);
    }

    [Fact]
    public async Task Hand_UnderTls_TheCookieIsForTlsAlone()
    {
        var request = SecurityBench.Request(origin: "https://127.0.0.1:8010");
        request.Request.Scheme = "https";
        string id = _bench.Security.Security.Sessions.Open("op1").Id;

        _bench.Security.Gate.Browsers.Hand(request, CallOutcome.Of(new SessionStarted { Summary = "in", SessionId = id, IdleExpiresAt = default, ExpiresAt = default }), SecurityBench.Local);

        Assert.Equal($"__Host-ot_session={id}; path=/; secure; samesite=strict; httponly", request.Response.Headers.SetCookie.ToString());
        await Task.CompletedTask;
    }

    private async Task<(string Cookie, string Csrf)> LogInAsync()
    {
        using HttpResponseMessage response = await SendAsync("POST", CallerGate.LoginPath, Login, ("Origin", Origin));
        string cookie = Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0];
        return (cookie, JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("csrfToken").GetString()!);
    }

    private async Task<(int Status, string Said)> AnswerAsync(string method, string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await SendAsync(method, path, null, headers);
        JsonElement answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, answer.TryGetProperty("error", out JsonElement error) ? error.GetProperty("code").GetString()! : answer.GetProperty("summary").GetString()!);
    }

    private async Task<string> TextAsync(string path, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await SendAsync("GET", path, null, headers);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_bench.Address, path));
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}
