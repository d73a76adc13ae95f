using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore;

public sealed class SeriesCacheTests : StoreTests
{
    private const int HeaderLength = 4096;
    private const int Rows = 20_000;

    private SeriesCache Cache => new(Store, BrokerDay.NewYorkClose, TimeProvider.System);

    /// <summary>Whatever is asked, in whatever order, the answer is what a reader of the whole series would have cut out of it.</summary>
    [Fact]
    public void Bars_AnyQuestions_AreThoseOfTheWholeSeries()
    {
        // Weeks with closed ends and holes, as markets are.
        BarSeries hours = Hours(9_000);
        var random = new Random(20270115);
        Write(BarSeries.From("EURUSD", Timeframe.H1, "file:EURUSD", [.. Enumerable.Range(0, hours.Count).Select(i => hours[i]).Where(b => b.Time.DayOfWeek != DayOfWeek.Saturday && random.Next(20) > 0)]));
        Timeframe[] timeframes = [Timeframe.H1, Timeframe.H4, Timeframe.D1, Timeframe.W1, Timeframe.MN1];
        Dictionary<Timeframe, Bar[]> whole = timeframes.ToDictionary(t => t, t => Bars(StoredBars.Read(Store, Key(t), null, null, BrokerDay.NewYorkClose).Bars));
        SeriesCache cache = Cache;
        Gen<int> hour = Gen.Choose(-500, 9_500);
        Gen<(Timeframe, int, int?, int)> questions =
            from timeframe in Gen.Elements(timeframes)
            from count in Gen.OneOf(Gen.Choose(1, 40), Gen.Choose(1, 3_000), Gen.Constant(int.MaxValue))
            from isBounded in Gen.Elements(true, false)
            from first in hour
            from end in hour
            select (timeframe, count, isBounded ? first : (int?)null, end);

        Prop.ForAll(questions.ArrayOf(8).ToArbitrary(), asked => asked.All(q =>
        {
            (Timeframe timeframe, int count, int? first, int end) = q;
            DateTime to = Start.AddHours(end).AddMinutes(end % 60);
            DateTime? from = first is { } hours ? Start.AddHours(hours) : null;
            Bar[] expected = [.. whole[timeframe].Where(b => b.Time < to && b.Time >= (from ?? DateTime.MinValue)).TakeLast(count)];
            return Bars(cache.Bars(Key(timeframe), count, from, to)!.Bars).SequenceEqual(expected);
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20270115, 3));
    }

    [Theory]
    [InlineData(Timeframe.H1, 500)]
    [InlineData(Timeframe.H4, 100)]
    [InlineData(Timeframe.D1, 30)]
    public void Bars_NewestOfALongSeries_TouchNothingFarFromThem(Timeframe timeframe, int count)
    {
        Write(Hours(Rows));
        DamageFirstBlock();

        BarSeries newest = Cache.Bars(Key(timeframe), count, null, DateTime.MaxValue)!.Bars;

        Assert.Equal(count, newest.Count);
        Assert.Equal(BarPeriod.Of(timeframe, Start.AddHours(Rows - 1), BrokerDay.NewYorkClose).Start, newest[count - 1].Time);
        Assert.Throws<DataException>(() => Cache.Bars(Key(timeframe)));
    }

    [Fact]
    public void Bars_ImportedAnew_ShowOnceTheListingIsForgotten()
    {
        Write(Hours(10));
        SeriesCache cache = Cache;
        Assert.Equal(Start.AddHours(9), cache.Bars(H1, 1, null, DateTime.MaxValue)!.Bars[0].Time);

        Write(Hours(12));
        cache.Forget();

        Assert.Equal(Start.AddHours(11), cache.Bars(H1, 1, null, DateTime.MaxValue)!.Bars[0].Time);
    }

    [Fact]
    public void Bars_NothingStored_IsNull() => Assert.Null(Cache.Bars(H1, 1, null, DateTime.MaxValue));

    private static SeriesKey Key(Timeframe timeframe) => new("EURUSD", timeframe);

    private static Bar[] Bars(BarSeries bars) => [.. Enumerable.Range(0, bars.Count).Select(i => bars[i])];

    private void DamageFirstBlock()
    {
        byte[] file = File.ReadAllBytes(H1Path);
        file[HeaderLength] ^= 0x40;
        file[HeaderLength + (Rows * 8 * 4)] ^= 0x40;
        File.WriteAllBytes(H1Path, file);
    }
}
