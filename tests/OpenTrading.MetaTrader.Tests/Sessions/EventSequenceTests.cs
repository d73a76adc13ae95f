using OpenTrading.MetaTrader.Sessions;

namespace OpenTrading.MetaTrader.Tests.Sessions;

public class EventSequenceTests
{
    [Fact]
    public void Take_GapsAndRepeats_CountsWhatIsMissingOnce()
    {
        var events = new EventSequence();

        Assert.True(events.Take(1, out long first));
        Assert.True(events.Take(4, out long second));
        Assert.False(events.Take(4, out _));
        Assert.False(events.Take(2, out _));
        Assert.True(events.Take(5, out long third));

        Assert.Equal([0, 2, 0], [first, second, third]);
        Assert.Equal(2, events.Missing);
        Assert.Equal(5, events.Last);
    }

    [Fact]
    public void Take_FirstNumberAboveOne_IsAGap()
    {
        var events = new EventSequence();

        Assert.True(events.Take(3, out long gap));

        Assert.Equal(2, gap);
    }
}
