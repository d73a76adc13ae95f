using System.Globalization;
using OpenTrading.Risk.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Tests.Money;

/// <summary>The golden amounts of the risk rules: loss at the stop, exact and rounded up to the account currency's digits.</summary>
public sealed class LossTests
{
    private static readonly Instrument UsdJpy = new()
    {
        Symbol = "USDJPY", Digits = 3, ContractSize = 100_000, BaseCurrency = "USD", ProfitCurrency = "JPY",
    };

    private static readonly Instrument EurGbp = new()
    {
        Symbol = "EURGBP", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "GBP",
    };

    private static readonly Instrument Gold = new()
    {
        Symbol = "XAUUSD", Digits = 2, ContractSize = 100, BaseCurrency = "XAU", ProfitCurrency = "USD", AssetClass = AssetClass.Metal, CommissionPerLot = 3.5m,
    };

    private static readonly Instrument Index = new()
    {
        Symbol = "GER40", Digits = 1, TickSize = 0.5m, ContractSize = 1, BaseCurrency = "EUR", ProfitCurrency = "EUR", AssetClass = AssetClass.Index,
    };

    [Fact]
    public void AtStop_EurUsdOnUsdAccount_Is125() => Golden(Scene.EurUsd, "USD", 0.50m, 1.08500m, 1.08250m, 125.00m, 125.00m);

    [Fact]
    public void AtStop_UsdJpyOnUsdAccount_ConvertsAtTheStopWhereThatIsDearer()
    {
        decimal exact = 15_000m / 150.750m;

        Golden(UsdJpy, "USD", 0.30m, 151.250m, 150.750m, exact, 99.51m, Quote("USDJPY", 151.238m, 151.250m));
        Assert.StartsWith("99.50248", exact.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void AtStop_UsdJpySold_ConvertsAtTheBidWhereThatIsDearer() =>
        Golden(UsdJpy, "USD", 0.30m, 151.238m, 151.738m, 15_000m / 151.238m, 99.19m, Quote("USDJPY", 151.238m, 151.250m));

    [Fact]
    public void AtStop_EurGbpOnUsdAccount_ConvertsAtTheAsk() =>
        Golden(EurGbp, "USD", 1.20m, 0.85600m, 0.85350m, 381.036m, 381.04m, Quote("GBPUSD", 1.27000m, 1.27012m), Quote("EURUSD", 1.08500m, 1.08510m));

    [Fact]
    public void AtStop_GoldWithCommission_AddsTheRoundTurn() => Golden(Gold, "USD", 0.07m, 2650.80m, 2640.00m, 76.09m, 76.09m);

    // 250 points and 20 of slippage at 0.50 USD a point; on a coarse grid slippage counts in ticks, 180 EUR and 10 points of a fifth of a tick each.
    [Fact]
    public void AtStop_SlippageAtTheStop_IsCounted()
    {
        Golden(Scene.EurUsd with { StopSlippagePoints = 20 }, "USD", 0.50m, 1.08500m, 1.08250m, 135.00m, 135.00m);
        Golden(Index with { StopSlippagePoints = 10 }, "USD", 3.0m, 18250.0m, 18190.0m, 183m * 1.08510m, 198.58m, Quote("EURUSD", 1.08500m, 1.08510m));
    }

    [Fact]
    public void OfPosition_StopInProfit_LosesTheSlippageAlone()
    {
        var position = new Position(1, "EURUSD", OrderSide.Buy, 0.50m, 1.08000m, default, 1.08300m, null, 0, 0, 0, "");
        var market = new PricedMarket(Scene.EurUsd with { StopSlippagePoints = 20 }, Quote("EURUSD", 1.08250m, 1.08260m));

        Assert.Equal(10m, Loss.OfPosition(position, market, Scene.Rates(), "USD"));
        Assert.Equal(10m + 125m, Loss.OfPosition(position with { StopLoss = 1.08000m }, market, Scene.Rates(), "USD"));
    }

    [Fact]
    public void AtStop_IndexWithCoarseTicks_CountsTicksNotPoints() =>
        Golden(Index, "USD", 3.0m, 18250.0m, 18190.0m, 195.318m, 195.32m, Quote("EURUSD", 1.08500m, 1.08510m));

    [Fact]
    public void AtStop_YenAccount_RoundsUpToWholeYen() => Golden(
        Scene.EurUsd, "JPY", 0.10m, 1.08500m, 1.08200m, 4537.5m, 4538m, Quote("USDJPY", 151.238m, 151.250m), Quote("EURJPY", 164.100m, 164.110m));

    [Fact]
    public void PerLot_NoRate_IsNullAndNeverOne() => Assert.Null(Loss.PerLot(EurGbp, 0.85600m, 0.85350m, Scene.Rates(), "USD"));

    [Fact]
    public void PerLot_PriceBelowOneInTheAccountsOwnCurrency_NeedsNoRate()
    {
        Instrument cheap = Index with { BaseCurrency = "USD", ProfitCurrency = "USD", Digits = 2, TickSize = 0.01m, ContractSize = 100 };

        Assert.Equal(10m, Loss.PerLot(cheap, 0.50m, 0.40m, Scene.Rates(), "USD"));
    }

    [Theory]
    [InlineData("99.501", 2, "99.51")]
    [InlineData("99.50", 2, "99.50")]
    [InlineData("4537.000001", 0, "4538")]
    [InlineData("0", 2, "0")]
    public void RoundUp_Amount_NeverShowsLess(string amount, int digits, string expected) => Assert.Equal(
        decimal.Parse(expected, CultureInfo.InvariantCulture), Loss.RoundUp(decimal.Parse(amount, CultureInfo.InvariantCulture), digits));

    private static Quote Quote(string symbol, decimal bid, decimal ask) => new(symbol, bid, ask, Scene.Now, "test");

    private static void Golden(
        Instrument instrument, string currency, decimal lots, decimal entry, decimal stop, decimal exact, decimal rounded, params Quote[] rates)
    {
        RiskContext context = Scene.Context with
        {
            Instrument = instrument,
            Quote = Quote(instrument.Symbol, entry, entry),
            Account = Scene.Account with { Currency = currency },
            Rates = Scene.Rates(rates),
            Order = Scene.Buy with
            {
                Symbol = instrument.Symbol, Side = stop < entry ? OrderSide.Buy : OrderSide.Sell, StopLoss = stop, TakeProfit = null,
            },
        };

        decimal perLot = Loss.PerLot(instrument, entry, stop, context.Rates, currency)!.Value;

        Assert.Equal(exact, Math.Round(perLot * lots, 12), 12);
        Assert.Equal(rounded, Loss.AtStop(context, lots));
    }
}
