using System.Text.Json;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Risk.ValueAtRisk;

/// <summary>Half a lot of EURUSD, worth 54,247.50 USD, over forty days: -3 %, -2 %, -1 %, and 0.1 % up on all others.</summary>
public sealed class VarCapabilitiesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PaperHome _home;

    public VarCapabilitiesTests()
    {
        _home = new PaperHome(_folder.Root);
        _home.Call("paper_place_order", """{"symbol":"EURUSD","side":"buy","lots":0.5,"stopLoss":1.0825}""");
        _home.Bar(1.08490);
        History([-0.03, -0.02, -0.01, .. Enumerable.Repeat(0.001, 37)]);
    }

    public void Dispose()
    {
        _home.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void GetVar_Historical_IsTheThirdWorstOfFortyDaysAndTheMeanOfTheTwoBeyond()
    {
        JsonElement risk = _home.Call("get_var");

        // 54,247.50 x (1 - e^-0.01) = 539.7716; beyond it (1,603.2559 + 1,074.1725) / 2.
        Assert.Equal((539.78m, 1338.72m, 40), (Number(risk, "var"), Number(risk, "expectedShortfall"), risk.GetProperty("observations").GetInt32()));
        Assert.Equal(5.4005m, Number(risk, "varPct"));
        JsonElement symbol = Assert.Single(risk.GetProperty("bySymbol").EnumerateArray());
        Assert.Equal((0.5m, 54247.5m, 539.78m), (Number(symbol, "netLots"), Number(symbol, "exposure"), Number(symbol, "var")));
    }

    [Fact]
    public void GetVar_TailBetweenTwoLosses_WeighsTheLastByItsPart()
    {
        // 1 - 0.9375 of forty are two and a half: the third worst counts half.
        JsonElement risk = _home.Call("get_var", """{"confidence":0.9375}""");

        Assert.Equal((539.78m, 1178.93m), (Number(risk, "var"), Number(risk, "expectedShortfall")));
    }

    [Fact]
    public void GetVar_Parametric_IsTheNormalQuantileAndGrowsWithTheRootOfTime()
    {
        JsonElement day = _home.Call("get_var", """{"method":"parametric"}""");
        JsonElement four = _home.Call("get_var", """{"method":"parametric","horizonDays":4}""");

        Assert.Equal((539.14m, 676.10m), (Number(day, "var"), Number(day, "expectedShortfall")));
        Assert.Equal(1078.27m, Number(four, "var"));
    }

    [Fact]
    public void GetVar_MonteCarlo_AgreesWithTheNormalDistributionAndIsTheSameEachTime()
    {
        JsonElement risk = _home.Call("get_var", """{"method":"monte_carlo"}""");

        Assert.InRange(Number(risk, "var"), 539.14m * 0.97m, 539.14m * 1.03m);
        Assert.InRange(Number(risk, "expectedShortfall"), 676.10m * 0.97m, 676.10m * 1.03m);
        Assert.Equal(Number(risk, "var"), Number(_home.Call("get_var", """{"method":"monte_carlo"}"""), "var"));
    }

    [Fact]
    public void GetVar_Stress_TellsWhatIsLeftOfTheAccount()
    {
        // Equity is 9,995: half a lot lost the spread. Margin is 542.50.
        JsonElement[] rows = [.. _home.Call("get_var").GetProperty("stress").EnumerateArray()];

        Assert.Equal([-542.48m, -2712.38m, -5424.75m, -983.31m, -1966.62m, -1603.26m], rows.Select(r => Number(r, "pnl")));
        Assert.Equal((9995m - 5424.75m, false), (Number(rows[2], "equityAfter"), rows[2].GetProperty("stopOut").GetBoolean()));
        Assert.Equal(842.4424m, Number(rows[2], "marginLevelPct"));
    }

    [Fact]
    public void GetVar_Flat_IsNothingAndNeedsNoHistory()
    {
        _home.Call("paper_close_position", """{"positionId":"all"}""");
        _home.Bar(1.08490);
        _home.Market.Bars.Clear();

        JsonElement risk = _home.Call("get_var");

        Assert.Equal((0m, 0m, 0), (Number(risk, "var"), Number(risk, "expectedShortfall"), risk.GetProperty("observations").GetInt32()));
        Assert.Empty(risk.GetProperty("bySymbol").EnumerateArray());
        Assert.All(risk.GetProperty("stress").EnumerateArray(), r => Assert.Equal(0, Number(r, "pnl")));
    }

    [Fact]
    public void GetVar_TooFewDaysOrNone_SaysSo()
    {
        History([.. Enumerable.Repeat(0.001, 29)]);
        Assert.Equal("INSUFFICIENT_HISTORY", _home.Call("get_var").GetProperty("code").GetString());

        _home.Market.Bars.Clear();
        Assert.Equal("DATA_UNAVAILABLE", _home.Call("get_var").GetProperty("code").GetString());
        Assert.Equal("NOT_CONNECTED", _home.Call("get_var", """{"account":"live"}""").GetProperty("code").GetString());
        Assert.Equal("VALIDATION_ERROR", _home.Call("get_var", """{"confidence":1}""").GetProperty("code").GetString());
    }

    private void History(double[] returns)
    {
        _home.Market.Bars.Clear();
        double close = 1.1;
        DateTime time = Scene.Now.Date.AddDays(-returns.Length - 1);
        foreach (double r in (double[])[0, .. returns])
        {
            close *= Math.Exp(r);
            _home.Market.Bars.Add(new Bar(time, close, close, close, close));
            time = time.AddDays(1);
        }
    }

    private static decimal Number(JsonElement of, string name) => of.GetProperty(name).GetDecimal();
}
