using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Tests.Indicators;

public class RevisionTests
{
    [Fact]
    public void ValueAt_BetweenTheEnds_LiesOnTheLine()
    {
        Revision revision = new(0, 5, 10, 1, 2);

        Assert.Equal([10, 8, 6, 4, 2], Enumerable.Range(1, 5).Reverse().Select(revision.ValueAt));
    }

    [Fact]
    public void ValueAt_SinglePoint_IsItsValue()
    {
        Assert.Equal(7, Revision.At(0, 3, 7).ValueAt(3));
    }

    [Fact]
    public void ValueAt_Withdrawn_IsNaN()
    {
        Revision revision = new(0, 5, double.NaN, 3, double.NaN);

        Assert.All(new[] { 3, 4, 5 }, ago => Assert.Equal(double.NaN, revision.ValueAt(ago)));
    }
}
