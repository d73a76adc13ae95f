using System.IO.Compression;
using OpenTrading.Research.Tests.Support;
using OpenTrading.Research.Web;

namespace OpenTrading.Research.Tests.Web;

public sealed class GuardedClientTests : IDisposable
{
    private static readonly string[] Kinds = ["text/xml"];

    private readonly StubServer _server = new();
    private readonly GuardedClient _client = Client(["127.0.0.1"]);

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Fetch_WholeAnswer_IsItAndIsKept()
    {
        _server.On("/a", "<a/>", "text/xml; charset=utf-8");

        WebAnswer first = await _client.FetchAsync(Query("/a"), default);
        WebAnswer second = await _client.FetchAsync(Query("/a"), default);

        Assert.Equal("<a/>"u8.ToArray(), first.Body);
        Assert.Same(first, second);
        Assert.Equal(1, _server.Asked("/a"));
    }

    [Fact]
    public async Task Fetch_HostThatNobodyNamed_IsNotReached()
    {
        _server.On("/a", "<a/>", "text/xml");
        using GuardedClient strict = Client([]);

        FetchException refusal = await Assert.ThrowsAsync<FetchException>(() => strict.FetchAsync(Query("/a"), default));

        Assert.Contains("127.0.0.1 lies on this machine or in a private network", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Asked("/a"));
    }

    [Fact]
    public async Task Fetch_NameThatLeadsToThisMachine_IsNotReached()
    {
        _server.On("/a", "<a/>", "text/xml");

        FetchException refusal = await Assert.ThrowsAsync<FetchException>(() => _client.FetchAsync(new WebQuery(new Uri($"http://localhost:{_server.Address.Port}/a"), Kinds), default));

        Assert.Contains("localhost lies on this machine", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Asked("/a"));
    }

    [Fact]
    public async Task Fetch_Redirects_AreFollowedThriceAndNoMore()
    {
        Redirect("/1", "/2");
        Redirect("/2", "/3");
        Redirect("/3", "/4");
        _server.On("/4", "<a/>", "text/xml");
        Redirect("/loop", "/loop");

        Assert.Equal(4, (await _client.FetchAsync(Query("/1"), default)).Body.Length);
        Assert.Contains("redirects more than 3 times", await RefusalAsync("/loop"), StringComparison.Ordinal);
        Assert.Equal(4, _server.Asked("/loop"));
    }

    [Theory]
    [InlineData("http://10.0.0.1/x", "10.0.0.1 lies on this machine or in a private network")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "169.254.169.254 lies")]
    [InlineData("http://[::1]:81/", "::1 lies")]
    [InlineData("http://[::ffff:192.168.0.1]/", "lies on this machine")]
    [InlineData("http://0/", "0.0.0.0 lies")]
    [InlineData("http://0x7f000002/", "127.0.0.2 lies")]
    [InlineData("file:///etc/passwd", "a file address is none of the web")]
    [InlineData("gopher://example.org/", "a gopher address is none of the web")]
    public async Task Fetch_RedirectElsewhere_IsJudgedAnew(string target, string why)
    {
        Redirect("/out", target);

        Assert.Contains(why, await RefusalAsync("/out"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_RequestWithKey_IsNotSentOn()
    {
        Redirect("/post", "/elsewhere");

        FetchException refusal = await Assert.ThrowsAsync<FetchException>(() => _client.FetchAsync(Query("/post") with { Json = "{}", Bearer = "secret" }, default));

        Assert.Contains("a key is shown to no other machine", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, _server.Asked("/elsewhere"));
    }

    [Theory]
    [InlineData("text/html", "another kind of content than text/xml")]
    [InlineData("application/octet-stream", "another kind of content")]
    public async Task Fetch_WrongType_IsNotRead(string type, string why)
    {
        _server.On("/wrong", "<a/>", type);

        Assert.Contains(why, await RefusalAsync("/wrong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_SaysItIsHuge_IsNotRead()
    {
        _server.On("/huge", (stream, _, token) => StubServer.HeadAsync(stream, 200, "Content-Type: text/xml\r\nContent-Length: 999999999999\r\n", token));

        Assert.Contains("longer than 65536 bytes", await RefusalAsync("/huge"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NeverEnds_IsCutOff()
    {
        _server.On("/endless", async (stream, _, token) =>
        {
            await StubServer.HeadAsync(stream, 200, "Content-Type: text/xml\r\n", token);
            byte[] more = new byte[4096];
            while (true)
            {
                await stream.WriteAsync(more, token);
            }
        });

        Assert.Contains("longer than 65536 bytes", await RefusalAsync("/endless"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_CompressedBomb_IsCutOffByWhatItUnfoldsTo()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await zip.WriteAsync(new byte[8 * 1024 * 1024]);
        }

        Assert.True(packed.Length < 65_536);
        _server.On("/bomb", async (stream, _, token) =>
        {
            await StubServer.HeadAsync(stream, 200, $"Content-Type: text/xml\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n", token);
            await stream.WriteAsync(packed.ToArray(), token);
        });

        Assert.Contains("longer than 65536 bytes", await RefusalAsync("/bomb"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/silent", "")]
    [InlineData("/drip", "Content-Type: text/xml\r\nContent-Length: 100\r\n")]
    public async Task Fetch_SlowAnswer_IsGivenUp(string path, string head)
    {
        _server.On(path, async (stream, _, token) =>
        {
            if (head.Length > 0)
            {
                await StubServer.HeadAsync(stream, 200, head, token);
                await stream.WriteAsync("<"u8.ToArray(), token);
            }

            await Task.Delay(Timeout.Infinite, token);
        });
        using GuardedClient hurried = Client(["127.0.0.1"], new WebLimits { Timeout = TimeSpan.FromMilliseconds(300) });

        FetchException refusal = await Assert.ThrowsAsync<FetchException>(() => hurried.FetchAsync(Query(path), default));

        Assert.Contains("did not answer within 0.3 s", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_FaultsThatPass_AreTriedAgain()
    {
        _server.On("/shaky", (stream, before, token) => before switch
        {
            0 => StubServer.WriteAsync(stream, "", "text/plain", 503, "", token),
            1 => StubServer.HeadAsync(stream, 200, "Content-Type: text/xml\r\nContent-Length: 50\r\n", token),
            _ => StubServer.WriteAsync(stream, "<ok/>", "text/xml", 200, "", token),
        });

        Assert.Equal("<ok/>"u8.ToArray(), (await _client.FetchAsync(Query("/shaky"), default)).Body);
        Assert.Equal(3, _server.Asked("/shaky"));
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(404, 1)]
    [InlineData(401, 1)]
    public async Task Fetch_FaultThatStays_IsTold(int status, int tries)
    {
        _server.On("/down", "", "text/plain", status);

        Assert.Contains($"answered with status {status}", await RefusalAsync("/down"), StringComparison.Ordinal);
        Assert.Equal(tries, _server.Asked("/down"));
    }

    [Fact]
    public async Task Fetch_AskedToWaitLong_WaitsForNobodyAndAsksNoMore()
    {
        _server.On("/busy", "", "text/plain", 429, "Retry-After: 120\r\n").On("/other", "<a/>", "text/xml");

        Assert.Contains("status 429", await RefusalAsync("/busy"), StringComparison.Ordinal);
        string held = await RefusalAsync("/other");

        Assert.Matches("^127.0.0.1 asked for a pause; try again in 1[12][0-9] s$", held);
        Assert.Equal((1, 0), (_server.Asked("/busy"), _server.Asked("/other")));
    }

    [Fact]
    public async Task Fetch_AskedToWaitShortly_TriesAgain()
    {
        _server.On("/busy", (stream, before, token) => before == 0
            ? StubServer.WriteAsync(stream, "", "text/plain", 429, "Retry-After: 0\r\n", token)
            : StubServer.WriteAsync(stream, "<a/>", "text/xml", 200, "", token));

        Assert.Equal(4, (await _client.FetchAsync(Query("/busy"), default)).Body.Length);
    }

    [Fact]
    public async Task Fetch_TooOften_IsRefusedBeforeItIsSent()
    {
        _server.On("/a", "<a/>", "text/xml").On("/b", "<a/>", "text/xml");
        using GuardedClient slow = Client(["127.0.0.1"], new WebLimits { RequestsPerMinute = 1 });
        await slow.FetchAsync(Query("/a"), default);

        FetchException refusal = await Assert.ThrowsAsync<FetchException>(() => slow.FetchAsync(Query("/b"), default));

        Assert.Contains("was asked 1 times within a minute; try again in", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Asked("/b"));
    }

    [Fact]
    public async Task Fetch_NobodyListens_IsTold()
    {
        _server.Dispose();

        Assert.Contains("cannot be reached", await RefusalAsync("/gone"), StringComparison.Ordinal);
    }

    private static GuardedClient Client(string[] exceptions, WebLimits? limits = null) => new(
        new AddressGuard(exceptions), (limits ?? new WebLimits { Timeout = TimeSpan.FromMinutes(2) }) with { MostBytes = 65_536, RetryDelay = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);

    private WebQuery Query(string path) => new(new Uri(_server.Address, path), Kinds);

    private void Redirect(string from, string to) => _server.On(from, "", "text/plain", 302, $"Location: {to}\r\n");

    private async Task<string> RefusalAsync(string path) => (await Assert.ThrowsAsync<FetchException>(() => _client.FetchAsync(Query(path), default))).Message;
}
