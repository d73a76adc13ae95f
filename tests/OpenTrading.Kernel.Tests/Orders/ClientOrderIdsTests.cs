using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class ClientOrderIdsTests
{
    [Fact]
    public void Next_Counts_InBase36BehindTheInstance()
    {
        var ids = new ClientOrderIds("a1b2");
        string[] first = [.. Enumerable.Range(0, 36).Select(_ => ids.Next())];

        Assert.Equal("a1b2000000000001", first[0]);
        Assert.Equal("a1b200000000000z", first[34]);
        Assert.Equal("a1b2000000000010", first[35]);
        Assert.All(first, id => Assert.Matches("^[0-9a-z]{16}$", id));
    }

    [Fact]
    public void Next_TenThousandTimes_NeverRepeats()
    {
        var ids = new ClientOrderIds("a1b2");

        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => ids.Next()).Distinct().Count());
    }

    [Fact]
    public void Seen_LaterId_ContinuesBehindIt()
    {
        var ids = new ClientOrderIds("a1b2");

        ids.Seen("a1b200000000000z");

        Assert.Equal("a1b2000000000010", ids.Next());
    }

    [Fact]
    public void Seen_EarlierOrForeignId_ChangesNothing()
    {
        var ids = new ClientOrderIds("a1b2", last: 5);

        ids.Seen("a1b2000000000002");
        ids.Seen("zzzz00000000000z");

        Assert.Equal("a1b2000000000006", ids.Next());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("abcde")]
    [InlineData("abC1")]
    [InlineData("ab-1")]
    public void Constructor_InstanceOfAnotherForm_Throws(string instance) => Assert.Throws<ArgumentException>(() => new ClientOrderIds(instance));
}
