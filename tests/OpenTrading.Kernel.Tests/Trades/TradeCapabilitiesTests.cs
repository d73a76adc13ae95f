using System.Text.Json;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Tests.Capabilities;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

using CapabilityBench = OpenTrading.Kernel.Tests.Capabilities.CapabilityBench;

namespace OpenTrading.Kernel.Tests.Trades;

public sealed class TradeCapabilitiesTests : IDisposable
{
    private readonly TradeJournal _journal = new();
    private readonly RecordedBars _market = new();
    private readonly CapabilityBench _bench;

    public TradeCapabilitiesTests() => _bench = new CapabilityBench(_ =>
    [
        new TradeCapabilities(_journal.Trades, _journal.Notes, _market, "USD", _journal.Clock),
        new NoteCapabilities(_journal.Journal, _journal.Index, _journal.Notes, _journal.Trades, new Paging(_journal.Clock), _journal.Clock),
    ]);

    public void Dispose()
    {
        _bench.Dispose();
        _journal.Dispose();
    }

    // Bought at 1.08502 with 25.2 pips at risk; the best price is 1.09006, 2.0 R ahead, the worst 1.08376, 0.5 R behind.
    [Fact]
    public async Task ReviewTrade_Winner_PlanOutcomeAndExcursions()
    {
        _market.Bars.Add(new Bar(_journal.At.AddMinutes(-60), 1.0, 9.0, 0.5, 1.0));
        _market.Bars.Add(new Bar(_journal.At, 1.08502, 1.08600, 1.08376, 1.08550, 100, 12));
        _market.Bars.Add(new Bar(_journal.At.AddMinutes(60), 1.08550, 1.09006, 1.08500, 1.08950, 100, 11));
        _market.Bars.Add(new Bar(_journal.At.AddMinutes(120), 1.08, 9.0, 0.5, 1.08));
        _journal.Winner();

        JsonElement review = await Review();

        Assert.Equal("EURUSD buy 0.38: +167.08 USD (+1.74 R), closed by tp.", review.Text("summary"));
        Assert.Equal((1.7448, -0.5, 2.0), (review.Number("r"), review.Number("maeR"), review.Number("mfeR")));
        Assert.Equal((88.9, 2.0), (review.Number("efficiencyPct"), review.Number("slippagePoints")));
        Assert.Equal(("strategy:sma", "why o-1", 0.6), (review.GetProperty("plan").Text("proposer"), review.GetProperty("plan").Text("reason"), review.GetProperty("plan").Number("confidence")));
        Assert.Equal((95.76, 167.08, -3.16), (review.GetProperty("actual").Number("risk"), review.GetProperty("actual").Number("pnl"), review.GetProperty("actual").Number("costs")));
        Assert.Equal((12.0, "H1"), (review.GetProperty("context").Number("spreadPoints"), review.GetProperty("context").Text("measuredOn")));
        Assert.Equal(["The entry was 2 points worse than the price it was decided on."], review.Items("lessons").Select(l => l.GetString()));
        Assert.Equal(["regime", "news"], review.Each("unavailable", "section"));
    }

    // Sold at 1.10000 with 20 pips at risk; its bars are bids with a spread of 10 points, so the best ask is 1.09980, 0.1 R ahead.
    [Fact]
    public async Task ReviewTrade_Loser_ASaleIsMeasuredAtTheAsk()
    {
        _market.Bars.Add(new Bar(_journal.At, 1.10000, 1.10190, 1.09970, 1.10100, 100, 10));
        _journal.Loser();

        JsonElement review = await Review();

        Assert.Equal((-1.0, -1.0, 0.1), (review.Number("r"), review.Number("maeR"), review.Number("mfeR")));
        Assert.Equal(-1000.0, review.Number("efficiencyPct"));
        Assert.Equal(["It was never more than 0.1 R ahead: the market did not follow the idea."], review.Items("lessons").Select(l => l.GetString()));
    }

    [Fact]
    public async Task ReviewTrade_NoBarsOfThatTime_SaysSoAndTellsTheRest()
    {
        _journal.Winner();

        JsonElement review = await Review();

        Assert.False(review.Has("maeR"));
        Assert.Equal(1.7448, review.Number("r"));
        Assert.Equal(["regime", "news", "excursions"], review.Each("unavailable", "section"));
    }

    [Fact]
    public async Task GetPerformanceStats_BySymbol_AddsUp()
    {
        _journal.Winner(order: "o-1", position: "1");
        _journal.Winner(order: "o-3", position: "3");
        _journal.Loser();

        JsonElement stats = await _bench.Call("get_performance_stats");

        // 2 x 167.08 won, 20 lost; (1.7448 + 1.7448 - 1) / 3.
        Assert.Equal("3 closed trades: +314.16 USD, 66.7 % won, 0.83 R on average; too few to conclude anything.", stats.Text("summary"));
        Assert.Equal("""{"key":"EURUSD","n":3,"winPct":66.7,"avgR":0.830,"pnl":314.16,"profitFactor":16.708}""", stats.Items("groups")[0].GetRawText());
        Assert.Equal("total", stats.GetProperty("total").Text("key"));
        Assert.Equal(["EURUSD"], stats.Items("smallSample").Select(s => s.GetString()));
        Assert.Equal("USD", stats.Text("currency"));
    }

    [Theory]
    [InlineData("strategy", "sma 1,manual 1")]
    [InlineData("side", "buy 1,sell 1")]
    [InlineData("weekday", "Monday 1,Tuesday 1")]
    [InlineData("hour", "03 1,10 1")]
    [InlineData("session", "london 1,tokyo 1")]
    [InlineData("tag", "breakout 1,news 1")]
    public async Task GetPerformanceStats_ByAnything_GroupsInItsOrder(string by, string groups)
    {
        _journal.Winner();
        string trade = _journal.Trades.Newest[0].TradeId;
        await _bench.Call("add_journal_entry", $$"""{"title":"t","text":"x","tradeId":"{{trade}}","tags":["news","Breakout"]}""");
        _journal.At = new DateTime(2025, 3, 4, 3, 0, 0, DateTimeKind.Utc);
        _journal.Loser();

        string[] found = [.. (await _bench.Call("get_performance_stats", $$"""{"by":"{{by}}"}""")).Items("groups").Select(g => $"{g.Text("key")} {g.Number("n")}")];

        Assert.Equal(groups.Split(',').Order(), found.Order());
        if (by is "weekday" or "hour")
        {
            Assert.Equal(groups, string.Join(',', found));
        }
    }

    [Fact]
    public async Task GetPerformanceStats_OfASpan_OnlyWhatWasClosedInIt()
    {
        _journal.Winner();
        _journal.At = new DateTime(2025, 3, 4, 3, 0, 0, DateTimeKind.Utc);
        _journal.Loser();

        Assert.Equal(-20, (await _bench.Call("get_performance_stats", """{"from":"2025-03-04T00:00:00Z"}""")).GetProperty("total").Number("pnl"));
        Assert.Equal("No paper trade was closed in that time.", (await _bench.Call("get_performance_stats", """{"to":"2025-01-01T00:00:00Z"}""")).Text("summary"));
    }

    [Theory]
    [InlineData("review_trade", """{"tradeId":"ppt_x"}""", "NOT_FOUND")]
    [InlineData("review_trade", "{}", "VALIDATION_ERROR")]
    [InlineData("get_performance_stats", """{"account":"live"}""", "NOT_CONNECTED")]
    [InlineData("get_performance_stats", """{"by":"colour"}""", "VALIDATION_ERROR")]
    [InlineData("get_performance_stats", """{"from":"yesterday"}""", "VALIDATION_ERROR")]
    public async Task AnyCall_WrongInput_IsRefused(string name, string arguments, string code) => Assert.Equal(code, (await _bench.Refused(name, arguments)).Code);

    private Task<JsonElement> Review() => _bench.Call("review_trade", $$"""{"tradeId":"{{_journal.Trades.Newest[0].TradeId}}"}""");

    /// <summary>Hourly bars of EURUSD and of nothing else.</summary>
    private sealed class RecordedBars : IMarketData
    {
        public List<Bar> Bars { get; } = [];

        public DateTime Now => Scene.Now;

        public IReadOnlyList<MarketSymbol> Symbols => [];

        public MarketSymbol Resolve(string symbol) => new(Scene.EurUsd, "file:EURUSD");

        public Quote Quote(MarketSymbol symbol) => Scene.Quote;

        MarketBars IMarketData.Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from, DateTime? to)
        {
            Bar[] bars = timeframe == Timeframe.H1 ? [.. Bars.Where(b => b.Time >= from && b.Time < to)] : [];
            return bars.Length > 0
                ? new MarketBars(symbol, BarSeries.From("EURUSD", timeframe, symbol.Source, bars), null)
                : throw new CapabilityException(ErrorCode.DataUnavailable, $"no {timeframe} bar lies in that span", "Import some.");
        }
    }
}
