using System.Text.Json;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.MetaTrader.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Tests.Sessions;

/// <summary>Who is let in, what those hear who are not, and what is written down of it.</summary>
public sealed class GatekeeperTests : IDisposable
{
    private const string Token = "secret";

    private readonly TestClock _clock = new();
    private readonly NoteLog _log = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly TerminalSet _terminals;
    private readonly Gatekeeper _gatekeeper;

    public GatekeeperTests()
    {
        _terminals = new TerminalSet(new Dictionary<string, Instrument>(), SymbolResolver.Parse([]), _clock);
        _gatekeeper = Gatekeeper();
    }

    public void Dispose() => _ending.Dispose();

    [Fact]
    public async Task Serve_RightToken_IsProvenWelcomedAndPinged()
    {
        var link = new TestLink();
        Task serving = _gatekeeper.ServeAsync(link, _ending.Token);

        JsonElement welcome = (await Experts.ShakeAsync(link, Token))!.Value;
        JsonElement ping = (await link.NextAsync())!.Value;

        Assert.Equal("welcome", welcome.GetProperty("type").GetString());
        Assert.Equal(5000, welcome.GetProperty("heartbeat_ms").GetInt32());
        Assert.Equal(0.5m, welcome.GetProperty("max_lots").GetDecimal());
        Assert.All(welcome.EnumerateObject(), member => Assert.True(member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number));
        Assert.Contains(ping.GetProperty("op").GetString(), (string[])["ping", "deals"]);
        Assert.NotNull(_terminals.Find("5001234@Broker-Demo")?.Session);
        link.Leave();
        await serving;
        Assert.Equal("the terminal closed it", _log.Only("ea.disconnected")["why"]);
        Assert.Equal("5001234@Broker-Demo", _log.Only("ea.connected")["account"]);
    }

    [Fact]
    public async Task Serve_HostsProof_IsOfTheToken()
    {
        var link = new TestLink();
        _ = _gatekeeper.ServeAsync(link, _ending.Token);

        await link.SendAsync(Experts.Hello());
        JsonElement challenge = (await link.NextAsync())!.Value;

        Assert.Equal(new TokenProof(Token).OfHost(Experts.Nonce, challenge.GetProperty("nonce").GetString()!), challenge.GetProperty("proof").GetString());
        link.Leave();
    }

    [Theory]
    [InlineData("proto", 2, "PROTO")]
    [InlineData("login", 7, "LOGIN")]
    public async Task Serve_WrongVersionOrAccount_IsRefusedAndWrittenDown(string member, int value, string code)
    {
        var link = new TestLink();

        JsonElement? answer = null;
        Task serving = _gatekeeper.ServeAsync(link, _ending.Token);
        await link.SendAsync(Experts.Hello((member, value)));
        answer = await link.NextAsync();
        await serving;

        Assert.Equal("refuse", answer!.Value.GetProperty("type").GetString());
        Assert.Equal(code, answer.Value.GetProperty("code").GetString());
        Assert.Equal(code, _log.Only("ea.refused")["code"]);
    }

    [Fact]
    public async Task Serve_FiveWrongTokens_KeepThePeerAwayForAMinute()
    {
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal("MAC", await RefusalAsync("wrong"));
        }

        var barred = new TestLink();
        Task serving = _gatekeeper.ServeAsync(barred, _ending.Token);
        Assert.Equal("BARRED", (await barred.NextAsync())!.Value.GetProperty("code").GetString());
        await serving;

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("MAC", await RefusalAsync("wrong"));
        Assert.Equal(7, _log.Notes.Count(n => n.Type == "ea.refused"));
    }

    [Fact]
    public async Task Serve_SecondExpertOfALogin_IsRefusedAndTheFirstStays()
    {
        var first = new TestLink();
        Task serving = _gatekeeper.ServeAsync(first, _ending.Token);
        await Experts.ShakeAsync(first, Token);
        var second = new TestLink();
        Task refusing = _gatekeeper.ServeAsync(second, _ending.Token);

        JsonElement refusal = (await Experts.ShakeAsync(second, Token, ("instance", "chart2")))!.Value;
        await refusing;

        Assert.Equal("LOGIN_IN_USE", refusal.GetProperty("code").GetString());
        Assert.Equal("chart1", _terminals.Find("5001234@Broker-Demo")!.Session!.Hello.Instance);
        first.Leave();
        await serving;
    }

    [Fact]
    public async Task Serve_SameExpertAnew_TakesThePlaceOfItsOldLink()
    {
        var first = new TestLink();
        Task serving = _gatekeeper.ServeAsync(first, _ending.Token);
        await Experts.ShakeAsync(first, Token);
        Session old = _terminals.Find("5001234@Broker-Demo")!.Session!;
        var second = new TestLink();
        Task again = _gatekeeper.ServeAsync(second, _ending.Token);

        JsonElement welcome = (await Experts.ShakeAsync(second, Token))!.Value;
        await serving;

        Assert.Equal("welcome", welcome.GetProperty("type").GetString());
        Assert.True(old.HasEnded);
        Assert.NotSame(old, _terminals.Find("5001234@Broker-Demo")!.Session);
        second.Leave();
        await again;
    }

    [Theory]
    [InlineData("{\"type\":\"hello\"}")]
    [InlineData("{\"id\":1,\"op\":\"ping\"}")]
    [InlineData("GET / HTTP/1.1")]
    public async Task Serve_Garbage_EndsTheLinkWithoutAnAnswer(string line)
    {
        var link = new TestLink();
        Task serving = _gatekeeper.ServeAsync(link, _ending.Token);

        await link.SendAsync(line);
        await serving;
        await link.DisposeAsync();

        Assert.Null(await link.NextAsync());
        Assert.NotEmpty(_log.Only("ea.bad_line")["why"]!);
    }

    [Fact]
    public async Task Serve_SaysNothing_IsGivenUpAfterTenSeconds()
    {
        var link = new TestLink();
        Task serving = _gatekeeper.ServeAsync(link, _ending.Token);

        _clock.Advance(TimeSpan.FromSeconds(10));
        await serving;

        Assert.Equal("the handshake took too long", _log.Only("ea.bad_line")["why"]);
    }

    [Fact]
    public async Task Serve_TwentyBrokenLinks_KeepThePeerAway()
    {
        for (int i = 0; i < 20; i++)
        {
            var link = new TestLink();
            Task serving = _gatekeeper.ServeAsync(link, _ending.Token);
            await link.SendAsync("nonsense");
            await serving;
        }

        var barred = new TestLink();
        Task refusing = _gatekeeper.ServeAsync(barred, _ending.Token);
        Assert.Equal("BARRED", (await barred.NextAsync())!.Value.GetProperty("code").GetString());
        await refusing;
    }

    private async Task<string?> RefusalAsync(string token)
    {
        var link = new TestLink();
        Task serving = _gatekeeper.ServeAsync(link, _ending.Token);
        JsonElement refusal = (await Experts.ShakeAsync(link, token))!.Value;
        await serving;
        return refusal.GetProperty("code").GetString();
    }

    private Gatekeeper Gatekeeper()
    {
        var options = new BridgeOptions { Logins = ["5001234@Broker-Demo"], MaxLots = 0.5 };
        return new Gatekeeper(options, new Handshake(new TokenProof(Token), options.Logins, _clock), _terminals, () => _log, _clock);
    }
}
