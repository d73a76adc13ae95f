using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sizing;

public sealed class SizingCapabilitiesTests : IDisposable
{
    private static readonly string[] VolumeRules = ["volume_min", "volume_step", "volume_max", "risk_per_trade_max"];

    private static readonly Instrument UsdJpy = new()
    {
        Symbol = "USDJPY", Digits = 3, ContractSize = 100_000, BaseCurrency = "USD", ProfitCurrency = "JPY",
    };

    private readonly PaperBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CalculatePositionSize_OnePercent_IsRoundedDownToTheStep()
    {
        JsonElement size = _bench.Call("calculate_position_size", """{"symbol":"EURUSD","side":"buy","stopLoss":1.08243}""");

        // 100 USD over 257 USD a lot.
        Assert.Equal(0.38m, size.GetProperty("lots").GetDecimal());
        Assert.Equal(0.38910506m, size.GetProperty("rawLots").GetDecimal());
        Assert.Equal(97.66m, size.GetProperty("riskMoney").GetDecimal());
        Assert.Equal(0.9766m, size.GetProperty("riskPct").GetDecimal());
        Assert.Equal(25.7m, size.GetProperty("stopDistancePips").GetDecimal());
        Assert.Equal(3.8m, size.GetProperty("pipValue").GetDecimal());
        Assert.Equal(412.30m, size.GetProperty("margin").GetDecimal());
        Assert.False(size.TryGetProperty("cappedBy", out _));
    }

    [Fact]
    public void CalculatePositionSize_MoreThanTheGatePasses_IsCappedByTheRule()
    {
        JsonElement size = _bench.Call("calculate_position_size", """{"symbol":"EURUSD","side":"sell","stopLoss":1.0874,"riskPct":20}""");

        Assert.Equal((2m, "risk_per_trade_max"), (size.GetProperty("lots").GetDecimal(), size.GetProperty("cappedBy").GetString()));
    }

    [Fact]
    public void CalculatePositionSize_BelowTheSmallest_IsNoneAndNeverRoundedUp()
    {
        JsonElement size = _bench.Call("calculate_position_size", """{"symbol":"EURUSD","side":"buy","stopLoss":1.0325,"riskPct":0.1}""");

        Assert.Equal((0m, "volume_min"), (size.GetProperty("lots").GetDecimal(), size.GetProperty("cappedBy").GetString()));
        Assert.Equal(0m, size.GetProperty("riskMoney").GetDecimal());
    }

    [Theory]
    [InlineData("buy", "1.08600")]
    [InlineData("sell", "1.08400")]
    public void CalculatePositionSize_StopOnTheWrongSide_IsRefused(string side, string stop) => Assert.Equal(
        "VALIDATION_ERROR",
        _bench.Call("calculate_position_size", $$"""{"symbol":"EURUSD","side":"{{side}}","stopLoss":{{stop}}}""").GetProperty("code").GetString());

    [Fact]
    public void CalculatePositionSize_AnySize_TheGateLetsPass()
    {
        var cases = (
            from side in Gen.Elements(OrderSide.Buy, OrderSide.Sell)
            from stop in Gen.Choose(1, 3000)
            from offset in Gen.Elements(0, 0, -150, 150)
            from risk in Gen.Choose(1, 4000)
            select (side, stop, offset, risk / 100m)).ToArbitrary();
        Prop.ForAll(cases, c =>
        {
            (OrderSide side, int stop, int offset, decimal risk) = c;
            decimal market = Scene.Quote.EntryPrice(side);
            decimal entry = market + (offset * 0.00001m);
            decimal level = entry - ((int)side * stop * 0.00001m);
            JsonElement size = _bench.Call("calculate_position_size", JsonSerializer.Serialize(new { symbol = "EURUSD", side = side.ToString(), stopLoss = level, entry, riskPct = risk }));
            decimal lots = size.GetProperty("lots").GetDecimal();
            OrderType type = offset == 0 ? OrderType.Market : (offset < 0) == (side == OrderSide.Buy) ? OrderType.Limit : OrderType.Stop;
            OrderIntent order = Scene.Buy with
            {
                Side = side, Type = type, Price = type == OrderType.Market ? null : entry, Volume = lots, StopLoss = level, TakeProfit = null, ReferencePrice = entry, AcceptReduced = false,
            };

            // What stands against the trade itself no size can mend; the volume must never be the reason, and no larger one may do.
            bool isLargest = size.GetProperty("rawLots").GetDecimal() < lots + 0.01m || IsTooMuch(order with { Volume = lots + 0.01m });
            return lots == 0 || (!IsTooMuch(order) && isLargest && Loss.AtStop(_bench.Desk.Orders.See(order), lots) <= risk * 100);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(7, 1));
    }

    [Fact]
    public void CalculateMargin_PairOfTheAccountCurrency_SaysWhatItNeedsCostsAndEarns()
    {
        JsonElement margin = _bench.Call("calculate_margin", """{"symbol":"EURUSD","side":"buy","lots":0.5,"stopLoss":1.0825,"takeProfit":1.0895}""");

        // 50,000 EUR at 1.08500 over 100.
        Assert.Equal(542.5m, margin.GetProperty("margin").GetDecimal());
        Assert.Equal(9457.5m, margin.GetProperty("freeMarginAfter").GetDecimal());
        Assert.Equal(1843.318m, margin.GetProperty("marginLevelAfterPct").GetDecimal());
        Assert.Equal(5m, margin.GetProperty("pipValue").GetDecimal());
        Assert.Equal((125m, 225m), (margin.GetProperty("lossAtStop").GetDecimal(), margin.GetProperty("profitAtTarget").GetDecimal()));
        Assert.Equal((5m, 0m), (margin.GetProperty("spreadCost").GetDecimal(), margin.GetProperty("commission").GetDecimal()));
        Assert.Equal(1.085m, margin.GetProperty("breakEven").GetDecimal());
        Assert.Equal("formula", margin.GetProperty("basis").GetString());
    }

    [Fact]
    public void CalculateMargin_CommissionAndSwap_AreInTheFigures()
    {
        using var bench = new PaperBench(instrument: Scene.EurUsd with { CommissionPerLot = 3.5m, SwapLong = -6.5m, SwapShort = 1.2m });

        JsonElement margin = bench.Call("calculate_margin", """{"symbol":"EURUSD","side":"sell","lots":1,"stopLoss":1.0864,"takeProfit":1.0829}""");

        Assert.Equal((7m, 1.2m), (margin.GetProperty("commission").GetDecimal(), margin.GetProperty("swapPerNight").GetDecimal()));
        Assert.Equal((157m, 193m), (margin.GetProperty("lossAtStop").GetDecimal(), margin.GetProperty("profitAtTarget").GetDecimal()));
        Assert.Equal(1.08483m, margin.GetProperty("breakEven").GetDecimal());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Notional_KnownOrders_IsTheirTradedValue(Instrument instrument, decimal volume, decimal price, string currency, decimal value)
    {
        var quotes = new Dictionary<string, decimal> { ["EURUSD"] = 1.08510m, ["EURJPY"] = 164.110m };
        if (currency == "USD" && instrument.Symbol == "EURUSD")
        {
            quotes["EURUSD"] = price;
        }

        var rates = new CurrencyConverter(symbol => quotes.TryGetValue(symbol, out decimal ask) ? new Quote(symbol, ask, ask, Scene.Now, "test") : null);

        Assert.Equal(value, Notional.Of(instrument, volume, price, rates, currency));
    }

    private bool IsTooMuch(OrderIntent order) => _bench.Desk.Orders.Check(order).Verdict.Violations.Any(v => VolumeRules.Contains(v.Rule));

    public static TheoryData<Instrument, decimal, decimal, string, decimal> Values() => new()
    {
        { Scene.EurUsd, 0.50m, 1.08500m, "USD", 54250.00m },
        { UsdJpy, 0.30m, 151.250m, "USD", 30000.00m },
        { Scene.EurUsd with { Symbol = "EURGBP", ProfitCurrency = "GBP" }, 1.20m, 0.85600m, "USD", 130212.00m },
        { Scene.EurUsd with { Symbol = "XAUUSD", BaseCurrency = "XAU", AssetClass = AssetClass.Metal, ContractSize = 100 }, 0.07m, 2650.80m, "USD", 18555.60m },
        { Scene.EurUsd with { Symbol = "DAX", BaseCurrency = "DAX", ProfitCurrency = "EUR", AssetClass = AssetClass.Index, ContractSize = 1 }, 3.0m, 18250.0m, "USD", 59409.225m },
        { Scene.EurUsd, 0.10m, 1.08500m, "JPY", 1641100m },
    };
}
