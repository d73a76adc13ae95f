using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Tests.Indicators;

namespace OpenTrading.Sdk.Tests.Expressions;

/// <summary>Expressions mean what they say.</summary>
public sealed class ExpressionTests
{
    private static readonly BarSeries Bars = BarSeries.From("X", Timeframe.H1, "test", RandomWalk.Bars(600, seed: 3));

    /// <summary>Numbers of one bar: open 10, high 14, low 8, close 12, volume 100, at 2020-01-01 (Wednesday) 05:00.</summary>
    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", 5)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("-2 * 3", -6)]
    [InlineData("2 - -3", 5)]
    [InlineData("-(close - open)", -2)]
    [InlineData("high - low", 6)]
    [InlineData("median", 11)]
    [InlineData("typical * 3", 34)]
    [InlineData("volume / 8", 12.5)]
    [InlineData("hour + weekday", 8)]
    [InlineData("abs(open - close) + max(high, 20) + min(low, 20)", 30)]
    [InlineData("sign(open - close) + sqrt(16) + log(exp(2))", 5)]
    [InlineData("sin(0) + cos(0)", 1)]
    [InlineData("1.5e1 + .5", 15.5)]
    [InlineData("1 / (close - close)", double.NaN)]
    [InlineData("log(0)", double.NaN)]
    [InlineData("spread", double.NaN)]
    [InlineData("close[1]", double.NaN)]
    public void Number_OfOneBar_IsItsValue(string text, double expected) => Assert.Equal(expected, OfOneBar(text), 12);

    [Theory]
    [InlineData("close > open", 1)]
    [InlineData("close < open", 0)]
    [InlineData("close >= 12 and close <= 12 and close == 12 and close = 12", 1)]
    [InlineData("close != 12", 0)]
    [InlineData("low < open < high", 1)]
    [InlineData("low < open < close < high > 13", 1)]
    [InlineData("low < 20 < high", 0)]
    [InlineData("close < open or high > low", 1)]
    [InlineData("close < open || high > low && close > open", 1)]
    [InlineData("high > low or high > low and close < open", 1)]
    [InlineData("(high > low or high > low) and close < open", 0)]
    [InlineData("not close < open", 1)]
    [InlineData("!(close > open) or NOT high > low", 0)]
    [InlineData("not close < open and low > high", 0)]
    [InlineData("spread > 1", double.NaN)]
    [InlineData("not spread > 1", double.NaN)]
    [InlineData("spread > 1 and close > open", double.NaN)]
    [InlineData("spread > 1 and close < open", 0)]
    [InlineData("spread > 1 or close > open", 1)]
    [InlineData("spread > 1 or close < open", double.NaN)]
    public void Condition_OfOneBar_HoldsOrNotOrIsUnknown(string text, double expected)
    {
        Assert.Equal(expected, OfOneBar(text));
        Assert.True(Expression.ParseCondition(text, IndicatorCatalog.BuiltIn).IsCondition);
    }

    [Theory]
    [InlineData("rsi", "rsi", "")]
    [InlineData("RSI(14)", "rsi", "period=14")]
    [InlineData("rsi(close, 21)", "rsi", "period=21")]
    [InlineData("bb(20, 2.5).lower", "bb", "period=20,deviations=2.5", 2)]
    [InlineData("bb(deviations = 2.5).percentb", "bb", "deviations=2.5", 4)]
    [InlineData("macd.histogram", "macd", "", 2)]
    [InlineData("macd", "macd", "")]
    [InlineData("stoch_rsi().d", "stoch_rsi", "", 1)]
    [InlineData("pivot_points(Day, woodie).r1", "pivot_points", "window=Day,formula=Woodie", 5)]
    public void Indicator_ByName_IsThatOfTheCatalog(string text, string name, string arguments, int output = 0)
    {
        Dictionary<string, string> values = arguments.Split(',', StringSplitOptions.RemoveEmptyEntries).ToDictionary(a => a.Split('=')[0], a => a.Split('=')[1]);
        double[] expected = IndicatorCatalog.BuiltIn.Require(name).Bind(values).Compute(Bars)[output];

        Assert.Equal(expected, Over(text));
        Assert.Contains(expected, double.IsFinite);
    }

    [Fact]
    public void Indicator_OverAnother_StartsWhereThatIsKnown()
    {
        var rsi = new Rsi(14);
        var ema = new Ema(9);
        double[] values = Over("ema(rsi(14), 9)");
        for (int i = 0; i < Bars.Count; i++)
        {
            double inner = rsi.Update(Bars[i]);
            Assert.Equal(double.IsNaN(inner) ? double.NaN : ema.Update(inner), values[i]);
        }

        Expression expression = Expression.Parse("ema(rsi(14), 9)", IndicatorCatalog.BuiltIn);
        Assert.Equal(23, expression.WarmupBars);
        Assert.Equal(22, Array.FindIndex(values, double.IsFinite));
    }

    [Theory]
    [InlineData("close[3]", 3, 4)]
    [InlineData("sma(10)[5]", 14, 15)]
    [InlineData("highest(high, 20)", 19, 20)]
    [InlineData("lowest(low[2], 20)", 21, 22)]
    [InlineData("(close > open)[1]", 1, 2)]
    public void Known_FromTheWarmUpOn(string text, int firstIndex, int warmup)
    {
        Assert.Equal(firstIndex, Array.FindIndex(Over(text), double.IsFinite));
        Assert.Equal(warmup, Expression.Parse(text, IndicatorCatalog.BuiltIn).WarmupBars);
    }

    [Fact]
    public void Extremes_AreThoseOfTheWindow()
    {
        double[] high = Over("highest(high, 20)");
        double[] low = Over("lowest(close - open, 7)");
        for (int i = 19; i < Bars.Count; i++)
        {
            Assert.Equal(Enumerable.Range(i - 19, 20).Max(k => Bars.High[k]), high[i]);
            Assert.Equal(Enumerable.Range(i - 6, 7).Min(k => Bars.Close[k] - Bars.Open[k]), low[i], 12);
        }
    }

    [Fact]
    public void Crosses_AreTheBarsAtWhichTheOrderChanges()
    {
        double[] fast = Over("sma(5)");
        double[] slow = Over("sma(20)");
        double[] above = Over("sma(5) crosses above sma(20)");
        double[] below = Over("sma(5) crosses below sma(20) and close > 0");
        double[] either = Over("sma(5) crosses sma(20)");
        for (int i = 20; i < Bars.Count; i++)
        {
            Assert.Equal(fast[i] > slow[i] && fast[i - 1] <= slow[i - 1] ? 1 : 0, above[i]);
            Assert.Equal(fast[i] < slow[i] && fast[i - 1] >= slow[i - 1] ? 1 : 0, below[i]);
            Assert.Equal(above[i] + below[i], either[i]);
        }

        Assert.True(above.Count(v => v == 1) > 5);
    }

    [Fact]
    public void Run_OfSeveral_GivesEachItsOwnAndShowsWhatIsCompared()
    {
        Expression first = Expression.Parse("rsi(14) < 30 and close > ema(20)", IndicatorCatalog.BuiltIn);
        Expression second = Expression.Parse("ema(20)", IndicatorCatalog.BuiltIn);
        var run = new ExpressionRun(first, second);
        double[] values = [];
        for (int i = 0; i < Bars.Count; i++)
        {
            values = run.Update(Bars[i]).ToArray();
        }

        Assert.Equal(Over("rsi(14) < 30 and close > ema(20)")[^1], values[0]);
        Assert.Equal(Over("ema(20)")[^1], values[1]);
        Assert.Equal(["rsi(14)", "close", "ema(20)"], first.Terms);
        Assert.Equal([Over("rsi(14)")[^1], Bars.Close[^1], values[1]], run.Terms.Select(t => t.Value));
    }

    [Fact]
    public void Values_DoNotDependOnLaterBars()
    {
        BarSeries part = BarSeries.From("X", Timeframe.H1, "test", RandomWalk.Bars(600, seed: 3)[..400]);
        var expression = Expression.Parse("zigzag > 0 or ichimoku.chikou > close or fractal.bear > 0 or macd.histogram[2] < adx(14).pdi", IndicatorCatalog.BuiltIn);

        Assert.Equal(new ExpressionRun(expression).Over(part)[0], new ExpressionRun(expression).Over(Bars)[0][..400]);
    }

    private static double OfOneBar(string text) => new ExpressionRun(Expression.Parse(text, IndicatorCatalog.BuiltIn))
        .Update(new Bar(new DateTime(2020, 1, 1, 5, 0, 0, DateTimeKind.Utc), 10, 14, 8, 12, 100))[0];

    private static double[] Over(string text) => new ExpressionRun(Expression.Parse(text, IndicatorCatalog.BuiltIn)).Over(Bars)[0];
}
