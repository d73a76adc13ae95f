using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Tests.Indicators.Catalog;

public sealed class IndicatorDefinitionTests
{
    [Theory]
    [InlineData("macd", "macd,signal,histogram")]
    [InlineData("adx", "adx,pdi,mdi")]
    [InlineData("aroon", "up,down,oscillator")]
    [InlineData("ichimoku", "tenkan,kijun,senkouA,senkouB,chikou")]
    [InlineData("alligator", "jaw,teeth,lips")]
    [InlineData("vortex", "plus,minus")]
    [InlineData("stoch", "k,d")]
    [InlineData("stoch_rsi", "k,d")]
    [InlineData("bb", "upper,middle,lower,width,percentB")]
    [InlineData("keltner", "upper,middle,lower")]
    [InlineData("donchian", "upper,middle,lower")]
    [InlineData("mama", "mama,fama")]
    [InlineData("linreg", "value,slope,r2")]
    [InlineData("smi", "smi,signal")]
    [InlineData("elder_ray", "bull,bear")]
    [InlineData("squeeze", "on,momentum")]
    [InlineData("vwap", "vwap,upper,lower")]
    [InlineData("starc", "upper,middle,lower")]
    [InlineData("atr_stop", "atr_stop")]
    [InlineData("tsi", "tsi")]
    [InlineData("atr", "atr")]
    [InlineData("stdev", "stdev")]
    [InlineData("supertrend", "supertrend")]
    [InlineData("heikin_ashi", "open,high,low,close,volume")]
    public void Outputs_AsCatalogsListThem(string name, string outputs) =>
        Assert.Equal(outputs.Split(','), IndicatorCatalog.BuiltIn.Require(name).Outputs);

    [Theory]
    [InlineData("STOCH-RSI")]
    [InlineData("Stoch_Rsi")]
    public void Find_OtherSpelling_IsTheSame(string name) => Assert.Equal("stoch_rsi", IndicatorCatalog.BuiltIn.Find(name)!.Name);

    [Fact]
    public void Require_Unknown_NamesTheNearest()
    {
        CapabilityException refused = Assert.Throws<CapabilityException>(() => IndicatorCatalog.BuiltIn.Require("mcad"));

        Assert.Equal((ErrorCode.NotFound, "There is no indicator 'mcad'", "Did you mean macd?"), (refused.Code, refused.Message, refused.Remedy));
    }

    [Fact]
    public void All_BuiltIn_DeclareWhatACatalogShows() => Assert.All(IndicatorCatalog.BuiltIn.All, i =>
    {
        Assert.NotEmpty(i.Outputs);
        Assert.Equal(i.Outputs.Count, i.Outputs.Distinct().Count());
        Assert.True(i.Outputs.Count > 1 || i.Outputs[0] == i.Name);
        Assert.True(i.Default.WarmupBars >= 1);
    });

    [Fact]
    public void Bind_SomeArguments_TakesDefaultsForTheRest()
    {
        IndicatorSetup setup = IndicatorCatalog.BuiltIn.Require("bb").Bind(new Dictionary<string, string> { ["Deviations"] = "2.5" });

        Assert.Equal("bb(20,2.5)", setup.ToString());
        Assert.Equal(2.5, setup.Parameters["deviations"]);
        Assert.Equal(20, setup.WarmupBars);
    }

    [Theory]
    [InlineData("rsi", "periode", "10", "rsi has no parameter 'periode'; did you mean period?")]
    [InlineData("rsi", "period", "ten", "rsi: period is 'ten'; it must be a whole number, 1 to 5000.")]
    [InlineData("rsi", "period", "NaN", "rsi: period is 'NaN'; it must be a whole number, 1 to 5000.")]
    [InlineData("rsi", "period", "9999", "rsi: period is '9999'; it must be a whole number, 1 to 5000.")]
    [InlineData("tr", "period", "9", "tr has no parameter 'period'; it has none.")]
    [InlineData("macd", "fastPeriod", "40", "macd: slowPeriod is 26; it must be above fastPeriod, 40.")]
    public void Bind_WrongArgument_SaysWhatToWrite(string name, string parameter, string value, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => IndicatorCatalog.BuiltIn.Require(name).Bind(new Dictionary<string, string> { [parameter] = value })).Message);

    [Fact]
    public void Compute_Outputs_AreThoseOfTheClass()
    {
        BarSeries bars = Series(300);
        var macd = new Macd();

        double[][] columns = IndicatorCatalog.BuiltIn.Require("macd").Default.Compute(bars);

        for (int i = 0; i < bars.Count; i++)
        {
            MacdValue value = macd.Update(bars[i]);
            Assert.Equal([value.Macd, value.Signal, value.Histogram], columns.Select(c => c[i]));
        }
    }

    [Fact]
    public void Compute_WithAReference_PairsTheBarsOfEqualTime()
    {
        BarSeries bars = Series(300);
        BarSeries gappy = BarSeries.From("Y", Timeframe.H1, "test", [.. RandomWalk.Bars(300, seed: 8).Where((_, i) => i % 7 != 3)]);
        IndicatorDefinition correlation = IndicatorCatalog.BuiltIn.Require("correlation");

        double[] values = correlation.Default.Compute(bars, reference: gappy)[0];
        double[] alone = correlation.Default.Compute(bars)[0];

        var pairs = Enumerable.Range(0, 300).Where(i => i % 7 != 3).ToList();
        double[] x = [.. pairs.TakeLast(20).Select(i => bars.Close[i])];
        double[] y = [.. Enumerable.Range(gappy.Count - 20, 20).Select(i => gappy.Close[i])];
        Assert.True(correlation.NeedsReference);
        Assert.Equal(Sdk.Statistics.Correlation.Pearson(x, y), values[pairs[^1]], 9);
        Assert.True(double.IsNaN(values[3]) && double.IsNaN(values[10]));
        Assert.All(alone, v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Compute_Repainting_KnowsAtTheBarOnlyWhatWasKnownThere()
    {
        BarSeries bars = Series(300);
        IndicatorDefinition fractal = IndicatorCatalog.BuiltIn.Require("fractal");

        double[][] atTheTime = fractal.Default.Compute(bars);
        double[][] amended = fractal.Default.Compute(bars, amended: true);

        Assert.True(fractal.Repaints);
        Assert.All(atTheTime, column => Assert.All(column, value => Assert.True(double.IsNaN(value))));
        int highs = Enumerable.Range(2, 296).Count(i => Enumerable.Range(-2, 5).All(d => d == 0 || bars.High[i + d] < bars.High[i]));
        Assert.Equal(highs, amended[0].Count(double.IsFinite));
        Assert.True(highs > 10);
    }

    [Fact]
    public void Update_Number_IsTakenAsItsOwnSeries()
    {
        IndicatorRun run = IndicatorCatalog.BuiltIn.Require("sma").Bind(new Dictionary<string, string> { ["period"] = "2" }).Start();

        run.Update(1.0);
        run.Update(double.NaN);

        Assert.True(double.IsNaN(run.Update(double.NaN)[0]));
        Assert.Equal(2, run.Update(3.0)[0]);
        Assert.True(IndicatorCatalog.BuiltIn.Require("macd").TakesNumbers);
        Assert.False(IndicatorCatalog.BuiltIn.Require("atr").TakesNumbers);
    }

    [Fact]
    public void Of_OutputThatTheClassLacks_IsRefused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => IndicatorDefinition.Of(typeof(Astray)).Outputs);

        Assert.Equal("indicator astray shows 'elsewhere', which is none of its outputs here.", refused.Message);
        Assert.Throws<ArgumentException>(() => IndicatorDefinition.Of(typeof(string)));
    }

    [Fact]
    public void Parameters_GivenTwice_AreRefused() => Assert.Equal(
        "rsi: Period is given twice.",
        Assert.Throws<FormatException>(() => ParameterList.Of(typeof(Rsi)).Bind("rsi", new Dictionary<string, string> { ["period"] = "1", ["Period"] = "2" })).Message);

    private static BarSeries Series(int count) => BarSeries.From("EURUSD", Timeframe.H1, "test", RandomWalk.Bars(count, seed: 7));

    [Indicator("astray", Title = "Astray", Kind = IndicatorKind.Average, Formula = "none", Outputs = ["x=elsewhere"])]
    private sealed class Astray : ScalarIndicator
    {
        public Astray()
            : base("here", 1)
        {
        }

        public override double Update(in Bar bar) => Value = bar.Close;
    }
}
