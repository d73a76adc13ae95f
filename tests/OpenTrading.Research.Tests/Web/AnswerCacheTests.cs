using OpenTrading.Research.Web;

namespace OpenTrading.Research.Tests.Web;

public sealed class AnswerCacheTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void Find_TooOld_IsNone()
    {
        var cache = new AnswerCache(TimeSpan.FromSeconds(10), 100, _clock);
        cache.Add("a", Answer(5));
        _clock.Seconds += 9;
        Assert.NotNull(cache.Find("a"));

        _clock.Seconds += 1;

        Assert.Null(cache.Find("a"));
    }

    [Fact]
    public void Add_TooManyBytes_LetsTheOldestGo()
    {
        var cache = new AnswerCache(TimeSpan.FromHours(1), 100, _clock);
        foreach (string key in (string[])["a", "b", "c"])
        {
            cache.Add(key, Answer(40));
            _clock.Seconds++;
        }

        Assert.Null(cache.Find("a"));
        Assert.NotNull(cache.Find("b"));
        cache.Add("b", Answer(60));
        Assert.NotNull(cache.Find("c"));
        cache.Add("whole", Answer(200));
        Assert.Null(cache.Find("whole"));
        Assert.NotNull(cache.Find("c"));
    }

    [Fact]
    public void Take_Bucket_FillsAgainWithTime()
    {
        var pace = new HostPace(2, _clock);
        pace.Take("a");
        pace.Take("a");
        Assert.Equal(30, Assert.Throws<FetchException>(() => pace.Take("A")).RetryAfter!.Value.TotalSeconds, 1e-6);
        pace.Take("b");

        _clock.Seconds += 30;
        pace.Take("a");

        pace.Hold("b", TimeSpan.FromSeconds(100));
        _clock.Seconds += 99;
        Assert.Equal(1, Assert.Throws<FetchException>(() => pace.Take("b")).RetryAfter!.Value.TotalSeconds, 1e-6);
        _clock.Seconds += 1;
        pace.Take("b");
    }

    private static WebAnswer Answer(int bytes) => new(new byte[bytes], DateTime.UnixEpoch);

    private sealed class SteppedClock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
