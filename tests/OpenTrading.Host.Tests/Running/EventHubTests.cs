using OpenTrading.Host.Running;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Tests.Running;

public class EventHubTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Follow_WhatTheMarketTells_ComesInOrderUntilCancelled()
    {
        var hub = new EventHub();
        using var ending = new CancellationTokenSource();
        await using IAsyncEnumerator<MarketEvent> following = hub.FollowAsync(ending.Token).GetAsyncEnumerator();
        ValueTask<bool> first = following.MoveNextAsync();

        hub.Hear(Tick(1));
        hub.Hear(Tick(2));

        Assert.True(await first);
        Assert.Equal(1, following.Current.Tick.Bid);
        Assert.True(await following.MoveNextAsync());
        Assert.Equal(2, following.Current.Tick.Bid);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await following.MoveNextAsync());
    }

    [Fact]
    public async Task Follow_ReaderThatIsTooSlow_MissesTheOldest()
    {
        const int told = 70_000;
        var hub = new EventHub();
        await using IAsyncEnumerator<MarketEvent> following = hub.FollowAsync(default).GetAsyncEnumerator();
        ValueTask<bool> first = following.MoveNextAsync();
        hub.Hear(Tick(0));
        await first;

        for (int i = 1; i <= told; i++)
        {
            hub.Hear(Tick(i));
        }

        Assert.True(await following.MoveNextAsync());
        Assert.Equal(told - 65_536 + 1, following.Current.Tick.Bid);
    }

    [Theory]
    [InlineData("bar")]
    [InlineData("kill")]
    [InlineData("Alert")]
    [InlineData("a b")]
    [InlineData("")]
    public void Tell_NameOfTheHostOrNone_Refuses(string name) => Assert.Throws<ArgumentException>(() => new EventHub().Tell(name));

    [Fact]
    public void Tell_FactsByName_AreHandedOn()
    {
        var hub = new EventHub();
        (string, object?)? heard = null;
        hub.Told += (name, facts) => heard = (name, facts["price"]);

        hub.Tell("alert", ("price", 1.1m));

        Assert.Equal(("alert", 1.1m), heard);
    }

    private static MarketEvent Tick(double bid) => new(SeriesKey.Ticks("EURUSD"), Start, default, new Tick(Start, bid, bid));
}
