using System.Net.Sockets;
using System.Text;
using OpenTrading.Host.Running;

namespace OpenTrading.Host.Tests.Faces.Rest;

public class EventStreamTests
{
    [Fact]
    public async Task Write_Listener_GetsTheStateFirstThenWhatHappens()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using Stream stream = await bench.Client.GetStreamAsync("/events");
        using var reader = new StreamReader(stream);

        Assert.Equal("id: 1|event: state|data: {\"killLevel\":0}", await NextAsync(reader));
        bench.Feed.Tell("kill", () => new { Level = 2 });
        Assert.Equal("id: 2|event: kill|data: {\"level\":2}", await NextAsync(reader));
    }

    [Fact]
    public async Task Write_HostEnds_SoDoesTheStream()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using Stream stream = await bench.Client.GetStreamAsync("/events");
        using var reader = new StreamReader(stream);
        await NextAsync(reader);

        bench.Feed.Dispose();

        Assert.Null(await reader.ReadLineAsync());
    }

    [Fact]
    public async Task Write_ClientThatDoesNotRead_IsLetGoAndHoldsNobodyUp()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using var slow = new TcpClient();
        slow.ReceiveBufferSize = 4096;
        await slow.ConnectAsync(bench.Address.Host, bench.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /events HTTP/1.1\r\nHost: {bench.Address.Authority}\r\n\r\n"));
        byte[] first = new byte[16];
        await slow.GetStream().ReadExactlyAsync(first);
        string filling = new('x', 100_000);

        for (int i = 0; i < 2000; i++)
        {
            bench.Feed.Tell("bar", () => new { filling });
        }

        // The connection is broken off, not ended in order: what is missing must not look complete.
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            byte[] rest = new byte[1 << 20];
            while (await slow.GetStream().ReadAsync(rest) > 0)
            {
            }

            throw new EndOfStreamException();
        }).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((200, "found"), await bench.SendAsync("GET", "/test/items/find"));
    }

    [Fact]
    public void TryTake_MoreThanWaits_IsBehind()
    {
        var listener = new LiveListener();
        int taken = 0;
        while (listener.TryTake(new LiveEvent("bar", [])))
        {
            taken++;
        }

        Assert.Equal(512, taken);
        Assert.True(listener.IsBehind);
        Assert.False(listener.TryTake(new LiveEvent("bar", [])));
    }

    [Fact]
    public async Task Write_MoreClientsThanAllowed_AreRefused()
    {
        await using RestBench bench = await RestBench.StartAsync();
        Stream[] streams = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => bench.Client.GetStreamAsync("/events")));

        Assert.Equal((429, "RATE_LIMITED"), await bench.SendAsync("GET", "/events"));
        using Stream another = await bench.AsAnalyst().Client.GetStreamAsync("/events");
        Assert.All(streams, stream => stream.Dispose());
    }

    private static async Task<string> NextAsync(StreamReader reader)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            lines.Add(line);
        }

        return string.Join('|', lines);
    }
}
