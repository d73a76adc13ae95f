using OpenTrading.Kernel.Risk.Monitors;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Tests.Risk.Monitors;

public sealed class QuoteBookTests
{
    private readonly QuoteBook _book = new();

    [Fact]
    public void Add_WithinASecond_IsPassedOver()
    {
        Add(0);
        Add(0.999);
        Add(1);

        Assert.Equal(2, _book.Of("EURUSD")!.Count);
        Assert.Null(_book.Of("GBPUSD"));
    }

    [Fact]
    public void Of_MoreIsAdded_HoldsStill()
    {
        Add(0);
        QuoteSamples first = _book.Of("EURUSD")!;
        for (int i = 1; i < 20_000; i++)
        {
            Add(i);
        }

        Assert.Equal((1, 4 * 60 * 60), (first.Count, _book.Of("EURUSD")!.Count));
        Assert.Equal(Scene.Quote.Spread, first.MedianSpread(Scene.Now, TimeSpan.FromSeconds(1), out _));
        Assert.Equal(0, Count(first, Scene.Now.AddSeconds(1)));
    }

    private static int Count(QuoteSamples samples, DateTime now)
    {
        Assert.Null(samples.MedianMid(now, TimeSpan.FromSeconds(1), out int count));
        return count;
    }

    private void Add(double seconds) => _book.Add(Scene.Quote with { Time = Scene.Now.AddSeconds(seconds) });
}
