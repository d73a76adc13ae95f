using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Tests.Support;

namespace OpenTrading.MetaTrader.Tests.EndToEnd;

/// <summary>Other peers, wrong or hostile, beside an expert that trades. It goes on trading.</summary>
public sealed class PeerTests
{
    [EmulatorFact]
    public async Task Expert_SecondOneOfALogin_IsRefusedAndTheFirstTradesOn()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        using Emulator second = await bench.SecondAsync(BridgeContext.Token, "--chart-id", "77");

        await bench.UntilAsync(() => bench.Notes.Notes.Any(n => n.Type == "ea.refused"));

        Assert.Equal("LOGIN_IN_USE", bench.Notes.Only("ea.refused")["code"]);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Expert_OfAnotherAccount_IsServedBesideAndGetsNoneOfTheFirstsOrders()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        using Emulator second = await bench.SecondAsync(BridgeContext.Token, "--login", "424242");

        await bench.UntilAsync(() => bench.Bridge.Terminals.All.Count(t => t.IsReady) == 2);

        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
        Assert.Empty(await second.RowsAsync("positions"));
        Assert.Empty((await second.CommandAsync("sends")).GetProperty("sends").EnumerateObject());
        second.Kill();
        await bench.UntilAsync(() => bench.Bridge.Terminals.All.Count(t => t.IsReady) == 1);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Expert_WithAnotherToken_IsRefusedAndTheFirstTradesOn()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        using Emulator second = await bench.SecondAsync("another token", "--login", "424242");

        await bench.UntilAsync(() => bench.Notes.Notes.Any(n => n.Type == "ea.refused"));

        Assert.Equal("MAC", bench.Notes.Only("ea.refused")["code"]);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorFact]
    public async Task Peer_OfAnotherVersion_IsRefusedAndTheExpertTradesOn()
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        using Socket peer = await ConnectAsync(bench);

        await peer.SendAsync(Encoding.UTF8.GetBytes(Experts.Hello(("proto", 2), ("login", 99)) + "\n"));
        await EndsAsync(peer);

        Assert.Equal("PROTO", bench.Notes.Only("ea.refused")["code"]);
        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    [EmulatorTheory]
    [InlineData("too long")]
    [InlineData("not UTF-8")]
    [InlineData("garbage")]
    [InlineData("half a line")]
    public async Task Peer_WithTheTokenButABrokenLine_LosesItsLinkAndTheExpertTradesOn(string fault)
    {
        await using TerminalBench bench = await TerminalBench.StartAsync();
        using Socket peer = await ConnectAsync(bench);
        await ShakeAsync(peer);
        byte[] line = fault switch
        {
            "too long" => [.. Enumerable.Repeat((byte)'a', (1 << 20) + 1)],
            "not UTF-8" => [.. "{\"type\":\""u8, 0xC3, 0x28, .. "\",\"seq\":1}\n"u8],
            "half a line" => [.. "{\"type\":\"acc"u8],
            _ => [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7919 >> 3))],
        };

        try
        {
            await peer.SendAsync(line);
            await EndsAsync(peer);
        }
        catch (SocketException)
        {
            // The host did not wait for the rest of it.
        }

        await bench.UntilAsync(() => bench.Notes.Notes.Any(n => n.Type == "ea.disconnected" && n.Facts["account"]!.StartsWith("99@", StringComparison.Ordinal)));
        if (fault != "half a line")
        {
            // The end of the session is written down first.
            await bench.UntilAsync(() => bench.Notes.Notes.Any(n => n.Type == "ea.bad_line"));
            Assert.NotEmpty(bench.Notes.Only("ea.bad_line")["why"]!);
        }

        await bench.FilledAsync(bench.Buy());
        await bench.AgreesAsync();
    }

    private static async Task<Socket> ConnectAsync(TerminalBench bench)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, bench.Port));
        return socket;
    }

    private static async Task ShakeAsync(Socket peer)
    {
        using var reader = new StreamReader(new NetworkStream(peer), leaveOpen: true);
        await peer.SendAsync(Encoding.UTF8.GetBytes(Experts.Hello(("login", 99)) + "\n"));
        var challenge = System.Text.Json.JsonElement.Parse((await reader.ReadLineAsync())!);
        string mac = new TokenProof(BridgeContext.Token).OfExpert(challenge.GetProperty("nonce").GetString()!, Experts.Nonce);
        await peer.SendAsync(Encoding.UTF8.GetBytes($"{{\"type\":\"auth\",\"mac\":\"{mac}\"}}\n"));
        Assert.Contains("welcome", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static async Task EndsAsync(Socket peer)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        byte[] taken = new byte[4096];
        try
        {
            while (await peer.ReceiveAsync(taken, SocketFlags.None, late.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Ended hard.
        }
    }
}
