using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Simulation.Tests.Bars;

public class RecordedPricesTests
{
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);
    private static readonly PointBars Hours = Of(Timeframe.H1, 0, 60, 120);

    private readonly List<int> _told = [];
    private readonly MatchingEngine _engine = new(
        new AccountOptions { InitialCash = 10_000 }, new MatchingOptions(), [new InstrumentSetup { Instrument = Bench.Test, Bars = Hours }], new Recorder());

    [Fact]
    public void Run_Bars_TellsEachAndEndsAtItsClose()
    {
        var prices = new RecordedPrices(Hours);

        Assert.Equal([60, 120, 180], Run(prices));
        Assert.Equal([0, 60, 120], _told);
        Assert.Equal((3, 0, 0), (prices.Count, prices.Ticks, prices.FallbackBars));
    }

    [Fact]
    public void Run_LowerBars_TellsEachAndEndsWithTheLastOfThem()
    {
        // Nothing is known of the second hour, and little of the third.
        var prices = new RecordedPrices(Hours, Of(Timeframe.M20, 0, 20, 40, 120));

        Assert.Equal([60, 120, 140], Run(prices));
        Assert.Equal([0, 20, 40, 60, 120], _told);
        Assert.Equal(1, prices.FallbackBars);
    }

    [Fact]
    public void Run_Ticks_TellsThoseThatMayDoSomething()
    {
        int[] minutes = [5, 50, 65, 110, 130];
        double[] price = [.. minutes.Select(_ => 100.0)];
        var ticks = new TickSeries("TEST", "test", [.. minutes.Select(m => Start.AddMinutes(m).Ticks)], price, price, new double[5], new double[5]);
        var prices = new RecordedPrices(Hours, ticks: ticks);

        // An order waits from the first close on; its position is closed at the end of the second bar.
        Assert.Equal([50, 110, 130], Run(prices, after: bar =>
        {
            Assert.Equal(bar == 0, _engine.IsIdle);
            _engine.Place(new OrderTicket { Side = bar == 0 ? OrderSide.Buy : OrderSide.Sell, Lots = 1 });
        }));
        Assert.Equal([65, 110, 130], _told);
        Assert.Equal(5, prices.Ticks);
    }

    [Fact]
    public void LastPrice_BeforeTheFirstTick_IsNone()
    {
        var prices = new RecordedPrices(Hours, ticks: new TickSeries("TEST", "test", [], [], [], [], []));

        prices.Run(_engine, 0, Start.AddHours(1).Ticks);

        Assert.Equal(default, prices.LastPrice);
    }

    private int[] Run(RecordedPrices prices, Action<int>? after = null)
    {
        var ends = new List<int>();
        for (int i = 0; i < Hours.Count; i++)
        {
            prices.Run(_engine, 0, Start.AddHours(i + 1).Ticks, time => _told.Add((int)(time - Start).TotalMinutes));
            ends.Add((int)(prices.LastPrice - Start).TotalMinutes);
            if (i < Hours.Count - 1)
            {
                after?.Invoke(i);
            }
        }

        return [.. ends];
    }

    private static PointBars Of(Timeframe timeframe, params int[] minutes) => PointBars.From(
        Bench.Test, BarSeries.From("TEST", timeframe, "test", [.. minutes.Select(m => new Bar(Start.AddMinutes(m), 100, 100, 100, 100, 0, 0))]), SpreadModel.None);
}
