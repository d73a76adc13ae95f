using OpenTrading.Analysis.Patterns;
using OpenTrading.Analysis.Patterns.Candlesticks;
using OpenTrading.Analysis.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Tests.Patterns;

public sealed class CandlestickPatternTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>
{
    // Twelve candles of ten points range and six points body, level, falling or rising; then the pattern, in points from the last close.
    [Theory]
    [InlineData("doji", Direction.None, 0, "0 5 -5 0")]
    [InlineData("dragonfly_doji", Direction.Up, 0, "0 0.5 -10 0")]
    [InlineData("gravestone_doji", Direction.Down, 0, "0 10 -0.5 0")]
    [InlineData("spinning_top", Direction.None, 0, "0 6 -4 2")]
    [InlineData("marubozu", Direction.Up, 0, "0 12 0 12")]
    [InlineData("marubozu", Direction.Down, 0, "0 0 -12 -12")]
    [InlineData("hammer", Direction.Up, -1, "0 2 -8 2")]
    [InlineData("hanging_man", Direction.Down, 1, "0 2 -8 2")]
    [InlineData("inverted_hammer", Direction.Up, -1, "0 10 0 2")]
    [InlineData("shooting_star", Direction.Down, 1, "0 10 0 2")]
    [InlineData("pin_bar", Direction.Up, 0, "0 3 -12 2")]
    [InlineData("pin_bar", Direction.Down, 0, "0 14 -1 2")]
    [InlineData("engulfing", Direction.Up, 0, "0 1 -5 -4;-4 3 -6 2")]
    [InlineData("engulfing", Direction.Down, 0, "0 5 -1 4;4 6 -3 -2")]
    [InlineData("harami", Direction.Up, 0, "0 1 -10 -9;-7 -2 -8 -3")]
    [InlineData("piercing_line", Direction.Up, 0, "0 1 -11 -10;-10 -3 -12 -4")]
    [InlineData("dark_cloud_cover", Direction.Down, 0, "0 11 -1 10;10 12 3 4")]
    [InlineData("tweezer", Direction.Up, -1, "0 1 -8 -6;-6 1 -8 0")]
    [InlineData("tweezer", Direction.Down, 1, "0 8 -1 6;6 8 -1 0")]
    [InlineData("morning_star", Direction.Up, -1, "0 1 -11 -10;-10 -8 -12 -9;-9 0 -10 -1")]
    [InlineData("evening_star", Direction.Down, 1, "0 11 -1 10;10 12 8 9;9 10 0 1")]
    [InlineData("three_white_soldiers", Direction.Up, -1, "0 9 -1 8;6 15 5 14;12 21 11 20")]
    [InlineData("three_black_crows", Direction.Down, 1, "0 1 -9 -8;-6 -5 -15 -14;-12 -11 -21 -20")]
    [InlineData("three_inside", Direction.Up, 0, "0 1 -10 -9;-7 -2 -8 -3;-3 4 -4 3")]
    [InlineData("three_outside", Direction.Down, 0, "0 5 -1 4;4 6 -3 -2;-2 -1 -9 -8")]
    [InlineData("inside_bar", Direction.None, 0, "0 10 -10 5;5 8 -8 2")]
    [InlineData("outside_bar", Direction.Up, 0, "0 3 -3 1;1 6 -6 4")]
    public void Match_AsItIsDescribed_IsFoundWithItsSide(string name, Direction side, int before, string candles)
    {
        BarSeries bars = Bars(before, candles);

        Assert.Equal(side, CandlestickPattern.All.Single(p => p.Name == name).Match(new Candles(bars), bars.Count - 1));
    }

    [Theory]
    [InlineData("hammer", 1, "0 2 -8 2")]
    [InlineData("shooting_star", -1, "0 10 0 2")]
    [InlineData("doji", 0, "0 5 -5 2")]
    [InlineData("engulfing", 0, "0 1 -5 -4;-4 0 -5 -1")]
    [InlineData("harami", 0, "0 1 -10 -9;-7 2 -8 1")]
    [InlineData("morning_star", -1, "0 1 -11 -10;-10 -8 -12 -9;-9 -5 -10 -6")]
    [InlineData("three_white_soldiers", -1, "0 9 -1 8;6 15 5 14;15 23 14 22")]
    [InlineData("marubozu", 0, "0 2 0 2")]
    public void Match_NotQuite_IsNone(string name, int before, string candles)
    {
        BarSeries bars = Bars(before, candles);

        Assert.Null(CandlestickPattern.All.Single(p => p.Name == name).Match(new Candles(bars), bars.Count - 1));
    }

    [Fact]
    public void All_Names_AreThoseOfTheCatalog() => Assert.Equal(
        [
            "dark_cloud_cover", "doji", "dragonfly_doji", "engulfing", "evening_star", "gravestone_doji", "hammer", "hanging_man", "harami", "inside_bar", "inverted_hammer", "marubozu",
            "morning_star", "outside_bar", "piercing_line", "pin_bar", "shooting_star", "spinning_top", "three_black_crows", "three_inside", "three_outside", "three_white_soldiers", "tweezer",
        ],
        CandlestickPattern.All.Select(p => p.Name).Order(StringComparer.Ordinal));

    /// <summary>Counted in the same file apart from this code.</summary>
    [Fact]
    public void Scan_RecordedBars_FindsAsManyAsWereCounted()
    {
        var asked = new Lookback(new BarHistory(recorded.Context()), "EURUSD", Timeframe.H4, 500, 50, "the scan");
        Dictionary<string, int> counts = CandlestickScan.Of(asked).CountBy(m => m.Pattern).ToDictionary();

        Assert.Equal(
            (93, 49, 90, 61, 15, 53, 2, 3, 8, 1, 1, 4),
            (counts["inside_bar"], counts["doji"], counts["engulfing"], counts["outside_bar"], counts["evening_star"], counts["harami"], counts["hammer"], counts["inverted_hammer"], counts["morning_star"], counts["dragonfly_doji"], counts["hanging_man"], counts["gravestone_doji"]));
        Assert.False(counts.ContainsKey("shooting_star"));
    }

    [Theory]
    [InlineData("0 1 -5 -4;-4 3 -6 2", PatternState.Forming)]
    [InlineData("0 1 -5 -4;-4 3 -6 2;2 5 1 4", PatternState.Confirmed)]
    [InlineData("0 1 -5 -4;-4 3 -6 2;2 3 -8 -7", PatternState.Failed)]
    [InlineData("0 1 -5 -4;-4 3 -6 2;2 3 1 2;2 3 1 2;2 3 1 2", PatternState.Failed)]
    public void State_OfWhatFollows_IsThatOfTheFirstCloseBeyond(string candles, PatternState state)
    {
        BarSeries bars = Bars(0, candles);

        Assert.Equal(state, CandlestickScan.State(bars, 12, 13, Direction.Up));
    }

    private static BarSeries Bars(int before, string candles)
    {
        const double point = 0.0001;
        List<(double, double, double, double)> bars = [];
        double price = 1;
        for (int i = 0; i < 12; i++)
        {
            double body = (before == 0 ? (i % 2 == 0 ? 1 : -1) : before) * 6 * point;
            bars.Add((price, Math.Max(price, price + body) + (2 * point), Math.Min(price, price + body) - (2 * point), price + body));
            price += body;
        }

        foreach (string candle in candles.Split(';'))
        {
            double[] values = [.. candle.Split(' ').Select(v => price + (point * double.Parse(v, System.Globalization.CultureInfo.InvariantCulture)))];
            bars.Add((values[0], values[1], values[2], values[3]));
        }

        return MadeBars.Of(bars);
    }
}
