using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Import;

public sealed class MergeTests : StoreTests
{
    [Fact]
    public void Unite_RandomOverlaps_IsTheUnionInOrder()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            BarSeries stored = Pick(random);
            BarSeries added = Pick(random);

            Merged<BarSeries> merged = BarMerge.Unite(stored, added, replace: false);

            long[] union = [.. stored.Times.ToArray().Union(added.Times.ToArray()).Order()];
            Assert.Equal(union, merged.Series.Times.ToArray());
            Assert.Equal((union.Length - stored.Count, 0, -1), (merged.Added, merged.Replaced, merged.FirstConflict));
        }
    }

    [Fact]
    public void Unite_SpreadUnknownInBoth_IsTheSameBar() => Assert.Equal(-1, BarMerge.Unite(Hours(3), Hours(3), replace: false).FirstConflict);

    [Fact]
    public void Unite_OtherValue_NamesTheFirstNewRowThatDiffers()
    {
        BarSeries shifted = BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [Hours(1)[0], Hours(2)[1] with { Volume = 99 }, Hours(3)[2] with { Open = 1 }]);

        Assert.Equal(1, BarMerge.Unite(Hours(3), shifted, replace: false).FirstConflict);
        Merged<BarSeries> replaced = BarMerge.Unite(Hours(3), shifted, replace: true);
        Assert.Equal((0, 2), (replaced.Added, replaced.Replaced));
        Assert.Equal([0d, 99, 2], replaced.Series.Volume.ToArray());
    }

    private static BarSeries Pick(Random random)
    {
        BarSeries all = Hours(40);
        return BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [.. Enumerable.Range(0, 40).Where(_ => random.Next(2) == 0).Select(i => all[i])]);
    }
}
