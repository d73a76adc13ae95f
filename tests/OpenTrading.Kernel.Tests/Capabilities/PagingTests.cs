using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Capabilities;

public sealed class PagingTests
{
    private static readonly int[] Numbers = [.. Enumerable.Range(0, 7)];
    private static readonly string Query = Paging.Query("list", "EURUSD", null);

    private readonly TestClock _clock = new();

    [Fact]
    public void Cut_FollowingTheCursor_GivesEveryItemOnce()
    {
        var seen = new List<int>();
        string? cursor = null;
        do
        {
            Page<int> page = new Paging(_clock).Cut(Numbers, 3, cursor, Query);
            Assert.Equal((7, page.NextCursor is not null), (page.Total, page.Truncated));
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(Numbers, seen);
    }

    [Fact]
    public void Read_CursorOfAnotherQuery_IsRefused()
    {
        string cursor = new Paging(_clock).Write(Query, "3");

        CapabilityException refusal = Assert.Throws<CapabilityException>(() => new Paging(_clock).Read(Paging.Query("list", "USDJPY", null), cursor));

        Assert.Equal((ErrorCode.ValidationError, "cursor"), (refusal.Code, refusal.Details.Single().Path.Single()));
    }

    [Theory]
    [InlineData(3600, true)]
    [InlineData(3601, false)]
    public void Read_CursorOfAnAge_LivesForAnHour(int seconds, bool isAlive)
    {
        var paging = new Paging(_clock);
        string cursor = paging.Write(Query, "3");
        _clock.Now = _clock.Now.AddSeconds(seconds);

        Exception? refusal = Record.Exception(() => Assert.Equal("3", paging.Read(Query, cursor)));

        Assert.Equal(isAlive, refusal is null);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("not base 64!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_NoCursorAtAll_IsRefused(string cursor) =>
        Assert.Equal(ErrorCode.ValidationError, Assert.Throws<CapabilityException>(() => new Paging(_clock).Read(Query, cursor)).Code);

    [Fact]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        string cursor = new Paging(_clock).Write(Query, "3");
        for (int i = 0; i < cursor.Length - 1; i++)
        {
            char other = cursor[i] == 'A' ? 'B' : 'A';
            string changed = cursor[..i] + other + cursor[(i + 1)..];

            Assert.Throws<CapabilityException>(() => new Paging(_clock).Read(Query, changed));
        }
    }
}
