using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Makes markets of which is known what happened inside their bars.</summary>
internal static class InsideBars
{
    public static readonly DateTime Monday = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A walk of ticks half a minute apart, with silent hours, and the spread of each tick its own.</summary>
    public static TickSeries Ticks(ulong seed, int count)
    {
        var random = new Xoshiro256(seed);
        var ticks = new List<Tick>();
        long price = 110_000;
        DateTime time = Monday;
        for (int i = 0; i < count; i++)
        {
            time = time.AddMilliseconds(random.Below(60_000)).AddHours(random.Below(500) == 0 ? 3 : 0);
            price += random.Below(15) - 7;
            ticks.Add(new Tick(time, price / 1e5, (price + 2 + random.Below(6)) / 1e5));
        }

        return Series([.. ticks]);
    }

    public static TickSeries Series(params Tick[] ticks) => new(
        "EURUSD", "test", [.. ticks.Select(t => t.Time.Ticks)], [.. ticks.Select(t => t.Bid)], [.. ticks.Select(t => t.Ask)], new double[ticks.Length], new double[ticks.Length]);

    /// <summary>Bars of ticks.</summary>
    public static BarSeries Bars(TickSeries ticks, Timeframe timeframe) => Longer(
        BarSeries.From("EURUSD", Timeframe.M1, "test", [.. Enumerable.Range(0, ticks.Count)
            .GroupBy(i => ticks.Times[i] / TimeSpan.TicksPerMinute)
            .Select(g => Join(new DateTime(g.Key * TimeSpan.TicksPerMinute, DateTimeKind.Utc), [.. g.Select(i => Flat(ticks[i]))]))]),
        timeframe);

    /// <summary>A walk of bars with a spread of 4 points.</summary>
    public static BarSeries Walk(string symbol, Timeframe timeframe, ulong seed, int count)
    {
        var random = new Xoshiro256(seed);
        long price = 110_000;
        return BarSeries.From(symbol, timeframe, "test", [.. Enumerable.Range(0, count).Select(i =>
        {
            long open = price;
            price += random.Below(41) - 20;
            return new Bar(Monday + (i * timeframe.Length()), open / 1e5, (Math.Max(open, price) + random.Below(15)) / 1e5, (Math.Min(open, price) - random.Below(15)) / 1e5, price / 1e5, 1, 0.00004);
        })]);
    }

    /// <summary>The same prices in longer bars.</summary>
    public static BarSeries Longer(BarSeries bars, Timeframe timeframe, BrokerDay? day = null) => BarSeries.From(bars.Symbol, timeframe, "test", [.. Enumerable.Range(0, bars.Count)
        .GroupBy(i => BarPeriod.Of(timeframe, bars[i].Time, day ?? BrokerDay.Utc).Start)
        .Select(g => Join(g.Key, [.. g.Select(i => bars[i])]))]);

    /// <summary>A market with bars of a lower timeframe.</summary>
    public static BacktestMarket With(this BacktestMarket market, BarSeries lower) => market with { Lower = PointBars.From(market.Setup.Instrument, lower, SpreadModel.Recorded) };

    /// <summary>A market that longer bars are seen of, too.</summary>
    public static BacktestMarket And(this BacktestMarket market, BarSeries longer, params Strategy[] strategies) =>
        market with { Views = [.. market.Views, RunBench.View(longer, strategies)] };

    private static Bar Flat(Tick tick) => new(tick.Time, tick.Bid, tick.Bid, tick.Bid, tick.Bid, 1, tick.Ask - tick.Bid);

    private static Bar Join(DateTime time, Bar[] bars) =>
        new(time, bars[0].Open, bars.Max(b => b.High), bars.Min(b => b.Low), bars[^1].Close, bars.Sum(b => b.Volume), Math.Round(bars[^1].Spread, 5));
}
