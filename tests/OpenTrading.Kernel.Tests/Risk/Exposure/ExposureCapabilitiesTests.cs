using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Risk.Exposure;

public sealed class ExposureCapabilitiesTests : IDisposable
{
    private readonly PaperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GetExposure_LongAndShort_GrossNetAndCurrencies()
    {
        _bench.Desk.Orders.Submit(Scene.Buy with { Volume = 0.5m });
        _bench.Desk.Orders.Submit(Scene.Buy with { Side = OrderSide.Sell, Volume = 0.2m, StopLoss = 1.0865m, TakeProfit = 1.0800m, IdempotencyKey = "k2" });
        _bench.Bar(1.08490);

        JsonElement exposure = _bench.Call("get_exposure");

        // Pairs count in their base currency, bought at the ask of 1.08500.
        Assert.Equal((75950m, 32550m), (exposure.GetProperty("gross").GetDecimal(), exposure.GetProperty("net").GetDecimal()));
        Assert.Equal("""[{"code":"EUR","net":30000.00},{"code":"USD","net":-32548.50}]""", exposure.GetProperty("byCurrency").GetRawText());
        JsonElement symbol = Assert.Single(exposure.GetProperty("bySymbol").EnumerateArray());
        Assert.Equal((0.3m, 32550m), (symbol.GetProperty("netLots").GetDecimal(), symbol.GetProperty("notional").GetDecimal()));

        // To the stops: 0.5 lots from 1.08490 down to 1.08250, 0.2 lots from 1.08500 up to 1.08650: 120 + 30 of an equity of 9,993.
        Assert.Equal(1.5011m, exposure.GetProperty("openRiskPct").GetDecimal());
        Assert.Equal(0, exposure.GetProperty("unprotectedPositions").GetInt32());
    }

    [Fact]
    public void GetExposure_Flat_IsNothing()
    {
        JsonElement exposure = _bench.Call("get_exposure");

        Assert.Equal((0m, 0m, 0m), (exposure.GetProperty("gross").GetDecimal(), exposure.GetProperty("net").GetDecimal(), exposure.GetProperty("openRiskPct").GetDecimal()));
        Assert.Equal(0, exposure.GetProperty("bySymbol").GetArrayLength());
    }

    [Fact]
    public void GetExposure_Live_IsNotConnected() =>
        Assert.Equal("NOT_CONNECTED", _bench.Call("get_exposure", """{"account":"live"}""").GetProperty("code").GetString());

    [Theory]
    [InlineData(50, 1, 50, 50, 2, 0.5)]
    [InlineData(50, 1, 50, 50, 1, 0.5)]
    [InlineData(60, 2, 30, 50, 3, 0.16)]
    [InlineData(100, 1, 10, 50, 500, 0)]
    [InlineData(0, 1, 10, 50, 6, 0)]
    [InlineData(0, 1, 10, 50, 7, 1)]
    public void CalculateRiskOfRuin_FewTrades_EqualsCountingTheSequences(double win, double payoff, double risk, double ruin, int trades, double expected)
    {
        // 60/2/30 and three trades: only two losses in a row from the start fall to 0.49; after one win it takes more than two.
        JsonElement result = _bench.Call("calculate_risk_of_ruin", JsonSerializer.Serialize(new { winPct = win, rewardRisk = payoff, riskPct = risk, ruinPct = ruin, trades }));

        Assert.Equal(expected, result.GetProperty("ruinProbability").GetDouble(), 8);
    }

    [Fact]
    public void CalculateRiskOfRuin_KnownOdds_KellyExpectancyAndStreak()
    {
        JsonElement result = _bench.Call("calculate_risk_of_ruin", """{"winPct":55,"rewardRisk":1.5,"riskPct":1,"trades":10}""");

        Assert.Equal(25, result.GetProperty("kellyPct").GetDouble(), 6);
        Assert.Equal(0.375, result.GetProperty("expectancyR").GetDouble(), 8);

        Assert.Equal(Streak(0.55, 10), result.GetProperty("losingStreakP95").GetInt32());
    }

    [Fact]
    public void CalculateRiskOfRuin_Drawdown_GrowsWithTheRiskAndIsTheSameEachTime()
    {
        double small = Drawdown(1);
        double large = Drawdown(3);

        Assert.InRange(small, 5, 20);
        Assert.InRange(large, 2 * small, 4 * small);
        Assert.Equal(small, Drawdown(1));

        double Drawdown(double risk) => _bench.Call("calculate_risk_of_ruin", JsonSerializer.Serialize(new { winPct = 50, rewardRisk = 1.2, riskPct = risk, trades = 200 })).GetProperty("drawdownP50Pct").GetDouble();
    }

    [Theory]
    [InlineData("""{"winPct":101,"rewardRisk":1,"riskPct":1}""")]
    [InlineData("""{"winPct":50,"rewardRisk":0,"riskPct":1}""")]
    [InlineData("""{"winPct":50,"rewardRisk":1,"riskPct":1,"trades":1000000}""")]
    public void CalculateRiskOfRuin_OutOfRange_IsRefused(string arguments) =>
        Assert.Equal("VALIDATION_ERROR", _bench.Call("calculate_risk_of_ruin", arguments).GetProperty("code").GetString());

    private static int Streak(double p, int trades)
    {
        double[] byLongest = new double[trades + 1];
        for (int bits = 0; bits < 1 << trades; bits++)
        {
            int longest = 0;
            int run = 0;
            for (int n = 0; n < trades; n++)
            {
                run = (bits >> n & 1) == 1 ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            int losses = System.Numerics.BitOperations.PopCount((uint)bits);
            byLongest[longest] += Math.Pow(1 - p, losses) * Math.Pow(p, trades - losses);
        }

        double sum = 0;
        return Array.FindIndex(byLongest, share => (sum += share) >= 0.95);
    }
}
