using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Risk.Tests.Money;

public sealed class CurrencyConverterTests
{
    [Fact]
    public void Rate_SameCurrency_IsOne() => Assert.Equal(1m, Scene.Rates().Rate("USD", "USD"));

    [Fact]
    public void Rate_PairOfProfitAndAccount_IsItsAsk() => Assert.Equal(1.27012m, Scene.Rates(Quote("GBPUSD", 1.27000m, 1.27012m)).Rate("GBP", "USD"));

    [Fact]
    public void Rate_PairOfAccountAndProfit_IsOneOverItsBid() => Assert.Equal(1 / 151.238m, Scene.Rates(Quote("USDJPY", 151.238m, 151.250m)).Rate("JPY", "USD"));

    [Fact]
    public void Rate_BothPairs_TakesTheOneOfProfitAndAccount() =>
        Assert.Equal(1.27012m, Scene.Rates(Quote("USDGBP", 0.7m, 0.8m), Quote("GBPUSD", 1.27000m, 1.27012m)).Rate("GBP", "USD"));

    [Fact]
    public void Rate_NoDirectPair_GoesThroughUsdAtTheSameSides() => Assert.Equal(
        1.27012m * 0.88010m,
        Scene.Rates(Quote("GBPUSD", 1.27000m, 1.27012m), Quote("USDCHF", 0.88000m, 0.88010m), Quote("EURGBP", 0.8m, 0.9m), Quote("EURCHF", 0.9m, 1m))
            .Rate("GBP", "CHF"));

    [Fact]
    public void Rate_NoPairWithUsd_GoesThroughEur() =>
        Assert.Equal(1 / 0.85m * 11.5m, Scene.Rates(Quote("EURGBP", 0.85m, 0.86m), Quote("EURSEK", 11.4m, 11.5m)).Rate("GBP", "SEK"));

    [Fact]
    public void Rate_Missing_IsNull()
    {
        Assert.Null(Scene.Rates().Rate("GBP", "USD"));
        Assert.Null(Scene.Rates(Quote("GBPUSD", 0, 0)).Rate("GBP", "USD"));
        Assert.Null(Scene.Rates(Quote("GBPUSD", 1.27m, 1.28m)).Rate("GBP", "CHF"));
    }

    private static Quote Quote(string symbol, decimal bid, decimal ask) => new(symbol, bid, ask, Scene.Now, "test");
}
