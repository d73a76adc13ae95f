using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Tests.Watching;

/// <summary>The recorded close is 1.09305; alerts begin there.</summary>
public sealed class PriceAlertTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;

    [Theory]
    [InlineData("above", 1.095, new[] { 1.0949, 1.095, 1.096, 1.094, 1.096 }, new[] { 1.095 })]
    [InlineData("above", 1.09, new[] { 1.094, 1.0901, 1.09, 1.0899, 1.0901 }, new[] { 1.0901 })]
    [InlineData("below", 1.09, new[] { 1.0901, 1.09, 1.08, 1.1, 1.08 }, new[] { 1.09 })]
    [InlineData("below", 1.095, new[] { 1.09, 1.096, 1.0951, 1.0949 }, new[] { 1.0949 })]
    [InlineData("crosses", 1.095, new[] { 1.094, 1.097 }, new[] { 1.097 })]
    [InlineData("crosses", 1.09, new[] { 1.094, 1.0899 }, new[] { 1.0899 })]
    [InlineData("above", 1.2, new[] { 1.19999, 1.0, 1.19999 }, new double[0])]
    public void Ticks_Alert_FiresOnceWhereThePriceComesToIt(string condition, double price, double[] bids, double[] expected)
    {
        using var bench = new AlertsBench(recorded, _folder);
        bench.Create(FormattableString.Invariant($$"""{"symbol":"EURUSD","condition":"{{condition}}","price":{{price}}}"""));

        bench.Tick(bids);

        Assert.Equal(expected, bench.Fired.Select(f => (double)f.Firing.Price));
    }

    [Fact]
    public void Ticks_AlertThatRepeats_FiresEachTimeAndHeedsItsPause()
    {
        using var bench = new AlertsBench(recorded, _folder);
        DateTime start = recorded.Clock.Now;
        bench.Create("""{"symbol":"EURUSD","condition":"crosses","price":1.095,"repeat":true,"cooldownS":60}""");
        try
        {
            bench.Tick(1.096);
            recorded.Clock.Now = start.AddSeconds(59);
            bench.Tick(1.094);
            recorded.Clock.Now = start.AddSeconds(60);
            bench.Tick(1.096, 1.094);
        }
        finally
        {
            recorded.Clock.Now = start;
        }

        Assert.Equal([(1.096m, 0d), (1.096m, 60d)], bench.Fired.Select(f => (f.Firing.Price, (f.Firing.Time - start).TotalSeconds)));
        Assert.Null(bench.Fired[^1].Alert.Ended);
    }

    [Fact]
    public void Ticks_AlertWhoseTimeIsOver_DoesNotFire()
    {
        using var bench = new AlertsBench(recorded, _folder);
        DateTime start = recorded.Clock.Now;
        bench.Create(FormattableString.Invariant($$"""{"symbol":"EURUSD","condition":"above","price":1.095,"expiresAt":"{{start.AddMinutes(1):O}}"}"""));
        try
        {
            recorded.Clock.Now = start.AddMinutes(1);
            bench.Tick(1.096);
            bench.Engine.Look();
        }
        finally
        {
            recorded.Clock.Now = start;
        }

        Assert.Empty(bench.Fired);
        Assert.Equal(1, bench.Call("list_alerts", """{"status":"expired"}""").GetProperty("total").GetInt32());
    }

    [Fact]
    public void Bar_WhoseRangeHoldsThePrice_Fires()
    {
        using var bench = new AlertsBench(recorded, _folder);
        bench.Create("""{"symbol":"EURUSD","condition":"below","price":1.09}""");
        bench.Create("""{"symbol":"EURUSD","condition":"above","price":1.1}""");

        bench.Engine.Hear(new MarketEvent(
            new SeriesKey("EURUSD", Timeframe.H1), recorded.Clock.Now, new Bar(recorded.Clock.Now.AddHours(-1), 1.093, 1.101, 1.0895, 1.094, 1), default));

        Assert.Equal([1.0895m, 1.101m], bench.Fired.Select(f => f.Firing.Price));
    }

    [Fact]
    public void Look_MarketThatStoppedQuoting_FiresNothingAndGoesOnWhenItQuotesAgain()
    {
        using var market = new RecordedMarket();
        using var bench = new AlertsBench(market, _folder);
        int last = market.Bars.Count - 1;
        int high = Enumerable.Range(last - 20, 20).MaxBy(i => market.Bars.High[i]);
        market.Clock.Now = market.Bars[high - 1].Time.AddHours(4).AddSeconds(1);
        double price = market.Bars.High[high];
        bench.Create(FormattableString.Invariant($$"""{"symbol":"EURUSD","condition":"above","price":{{price:F5}}}"""));
        bench.Create("""{"symbol":"EURUSD","condition":"below","price":0.5}""");
        bench.Engine.Look();

        bench.Context.Altered.Quotes = false;
        market.Clock.Now = market.Bars[high].Time.AddHours(4).AddSeconds(1);
        bench.Engine.Look();
        bench.Engine.Look();
        Assert.Empty(bench.Fired);

        bench.Context.Altered.Quotes = true;
        bench.Engine.Look();
        bench.Engine.Look();
        Assert.Equal([(decimal)price], bench.Fired.Select(f => f.Alert.Price!.Value));
    }

    [Fact]
    public void Ticks_ManyRandomAlerts_FireAsEachAloneWould()
    {
        var random = new Random(20_260_307);
        using var bench = new AlertsBench(recorded, _folder);
        (string Id, string Condition, double Price)[] alerts =
        [
            .. Enumerable.Range(0, 300).Select(_ =>
            {
                string condition = ((string[])["above", "below", "crosses"])[random.Next(3)];
                double price = Math.Round(1.09 + (random.Next(60) * 0.0001), 4);
                return (bench.Create(FormattableString.Invariant($$"""{"symbol":"EURUSD","condition":"{{condition}}","price":{{price}},"repeat":true}""")), condition, price);
            }),
        ];
        double[] bids = [.. Enumerable.Range(0, 400).Select(_ => Math.Round(1.09 + (random.Next(60) * 0.0001), 4))];

        bench.Tick(bids);

        var expected = new List<(string, double)>();
        foreach ((string id, string condition, double price) in alerts)
        {
            double last = 1.09305;
            foreach (double bid in bids)
            {
                bool up = last < price && bid >= price;
                bool down = last > price && bid <= price;
                if ((up && condition != "below") || (down && condition != "above"))
                {
                    expected.Add((id, bid));
                }

                last = bid;
            }
        }

        Assert.Equal(expected.Order(), bench.Fired.Select(f => (f.Alert.AlertId, (double)f.Firing.Price)).Order());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
