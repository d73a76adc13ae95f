using System.Text.Json;
using OpenTrading.Features.Conditions;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Features.Tests.Conditions;

public sealed class ConditionCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(new ConditionCapabilities(new BarHistory(recorded.Context("EURUSD", "XAUUSD", "USDCHF", "USDJPY"))));

    [Fact]
    public void Test_RecordedBars_CountsMatchesAndWhatFollowed()
    {
        JsonElement answer = _bench.Call("test_condition", """{"expression":"rsi(14)<40 and close>ema(200)","symbols":"EURUSD","timeframe":"H4","horizon":10,"bars":5000}""");
        BarSeries bars = recorded.Bars;
        var rsi = new Rsi(14);
        var ema = new Ema(200);
        List<int> matches = [];
        for (int i = 0; i < bars.Count; i++)
        {
            bool holds = (rsi.Update(bars.Close[i]) < 40) & (bars.Close[i] > ema.Update(bars.Close[i]));
            if (holds && i >= bars.Count - 5000)
            {
                matches.Add(i);
            }
        }

        double[] returns = [.. matches.Where(i => i + 10 < bars.Count).Select(i => 100 * ((bars.Close[i + 10] / bars.Close[i]) - 1))];
        double[] all = [.. Enumerable.Range(bars.Count - 5000, 4990).Select(i => 100 * ((bars.Close[i + 10] / bars.Close[i]) - 1))];
        JsonElement row = answer.GetProperty("symbols")[0];
        Assert.True(matches.Count > 10);
        Assert.Equal(matches.Count, row.GetProperty("matches").GetInt32());
        Assert.Equal(matches.Count / 50.0, row.GetProperty("frequencyPct").GetDouble(), 1e-3);
        Assert.Equal(returns.Length, row.GetProperty("forward").GetProperty("n").GetInt32());
        Assert.Equal(returns.Average(), row.GetProperty("forward").GetProperty("meanPct").GetDouble(), 1e-4);
        Assert.Equal(100.0 * returns.Count(r => r > 0) / returns.Length, row.GetProperty("forward").GetProperty("winPct").GetDouble(), 0.01);
        Assert.Equal((4990, all.Average()), (row.GetProperty("baseline").GetProperty("n").GetInt32(), row.GetProperty("baseline").GetProperty("meanPct").GetDouble()), new Close(1e-5));
        Assert.Equal(ExpectedT(matches, returns, all), row.GetProperty("forward").GetProperty("tStat").GetDouble(), 1e-2);
        Assert.Equal(("\"file:EURUSD\"", "false"), (CapabilityBench.At(answer, "source"), CapabilityBench.At(row, "trueNow")));
    }

    [Fact]
    public void Test_Always_IsTheBaselineAndTrueNow()
    {
        JsonElement row = _bench.Call("test_condition", """{"expression":"close > 0","symbols":["EURUSD"],"timeframe":"H4","bars":1000}""").GetProperty("symbols")[0];

        Assert.Equal(("1000", "100", "true"), (CapabilityBench.At(row, "matches"), CapabilityBench.At(row, "frequencyPct"), CapabilityBench.At(row, "trueNow")));
        Assert.Equal(CapabilityBench.At(row, "baseline.meanPct"), CapabilityBench.At(row, "forward.meanPct"));
        Assert.Equal("0", CapabilityBench.At(row, "forward.tStat"));
    }

    [Fact]
    public void Test_Watchlist_NamesWhatIsMissing()
    {
        JsonElement answer = _bench.Call("test_condition", """{"expression":"close > ema(200)","timeframe":"H4","bars":1000}""");

        Assert.Equal(["EURUSD", "XAUUSD"], answer.GetProperty("symbols").EnumerateArray().Select(s => s.GetProperty("symbol").GetString()));
        Assert.Equal("\"mixed\"", CapabilityBench.At(answer, "source"));
        Assert.Equal(["USDCHF", "USDJPY"], answer.GetProperty("unavailable").EnumerateArray().Select(s => s.GetProperty("section").GetString()));
        Assert.Contains("needs 200 H4 bars of USDJPY", CapabilityBench.At(answer, "unavailable.1.reason"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"expression":"rsj(14)<30","symbols":"EURUSD"}""", "VALIDATION_ERROR", "expression: at 1: 'rsj' is no price, function or indicator; did you mean rsi?")]
    [InlineData("""{"expression":"rsi(14)","symbols":"EURUSD"}""", "VALIDATION_ERROR", "expression: at 1: this is a number; compare it")]
    [InlineData("""{"expression":"close>1","symbols":"NOPE"}""", "SYMBOL_UNKNOWN", "")]
    [InlineData("""{"expression":"close>1","symbols":"USDCHF"}""", "DATA_UNAVAILABLE", "")]
    [InlineData("""{"expression":"fractal.bear > 1","symbols":"EURUSD","timeframe":"H4"}""", "INSUFFICIENT_HISTORY", "the condition is known at none of")]
    [InlineData("""{"expression":"close>1","symbols":"EURUSD","bars":1000000}""", "VALIDATION_ERROR", "")]
    public void Test_Impossible_SaysWhy(string arguments, string code, string message)
    {
        JsonElement answer = _bench.Call("test_condition", arguments);
        JsonElement error = answer.GetProperty("error");

        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    // Matches within ten bars of each other share most of their return: of each run one counts.
    private static double ExpectedT(List<int> matches, double[] returns, double[] all)
    {
        int apart = 0;
        int free = 0;
        foreach (int match in matches.Take(returns.Length))
        {
            if (match >= free)
            {
                (apart, free) = (apart + 1, match + 10);
            }
        }

        double mean = returns.Average();
        double deviation = Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (returns.Length - 1));
        return (mean - all.Average()) / (deviation / Math.Sqrt(apart));
    }

    private sealed class Close(double tolerance) : IEqualityComparer<(int N, double Mean)>
    {
        public bool Equals((int N, double Mean) x, (int N, double Mean) y) => x.N == y.N && Math.Abs(x.Mean - y.Mean) <= tolerance;

        public int GetHashCode((int N, double Mean) obj) => obj.N;
    }
}
