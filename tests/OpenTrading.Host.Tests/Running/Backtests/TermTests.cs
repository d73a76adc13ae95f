using OpenTrading.Host.Running.Backtests;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Host.Tests.Running.Backtests;

public class TermTests
{
    private static readonly Instrument Eurusd = new()
    {
        Symbol = "EURUSD", Digits = 5, ContractSize = 100_000, BaseCurrency = "EUR", ProfitCurrency = "USD", SwapLong = -6.5m, SwapShort = 1.2m,
    };

    private static readonly BarSeries NoBars = BarSeries.From("EURUSD", Timeframe.H1, "test", []);

    [Theory]
    [InlineData("fixed:1.2pips", 12)]
    [InlineData("fixed:12points", 12)]
    [InlineData("fixed:12", 12)]
    [InlineData("0", 0)]
    public void Spread_Fixed_IsInPoints(string text, int points) => Assert.Equal(points, CostTerms.Spread(text, Eurusd, NoBars).Points(0, 99));

    [Fact]
    public void Spread_Recorded_IsTheBars() => Assert.Equal(99, CostTerms.Spread("recorded", Eurusd, NoBars).Points(0, 99));

    [Fact]
    public void Commission_PartsAddUp() => Assert.Equal(new Commission(3.5m, 0.00007m, 1m), CostTerms.Commission("per-lot:3.5,notional:0.00007,per-trade:1"));

    [Fact]
    public void Commission_OfTheInstrument_IsLeftToIt() => Assert.Null(CostTerms.Commission("instrument"));

    [Fact]
    public void Swap_ReplacesTheInstruments()
    {
        Instrument points = CostTerms.WithSwap("points:-2.1/0.8", Eurusd);
        Assert.Equal((SwapMode.Points, -2.1m, 0.8m), (points.SwapMode, points.SwapLong, points.SwapShort));
        Assert.Equal(0m, CostTerms.WithSwap("0", Eurusd).SwapLong);
        Assert.Equal(-6.5m, CostTerms.WithSwap("instrument", Eurusd).SwapLong);
    }

    [Theory]
    [InlineData("2bars", 2, 0)]
    [InlineData("300ms", 0, 300)]
    [InlineData("0", 0, 0)]
    public void Delay_IsInBarsOrMilliseconds(string text, int bars, int milliseconds)
    {
        MatchingOptions options = MatchingTerms.Matching(new BacktestTerms { Delay = text });
        Assert.Equal((bars, milliseconds), (options.DelayBars, options.DelayMilliseconds));
    }

    [Fact]
    public void Account_TakesTheTerms()
    {
        AccountOptions account = MatchingTerms.Account(new BacktestTerms { Account = "hedging", Leverage = "30", MoneyRounding = "currency" }, new AccountOptions { InitialCash = 5 });
        Assert.Equal((AccountMode.Hedging, 30m, MoneyRounding.Currency, 5m), (account.Mode, account.Leverage, account.MoneyRounding, account.InitialCash));
        Assert.Null(MatchingTerms.Account(new BacktestTerms(), account).Leverage);
    }

    [Theory]
    [InlineData("fixed:-1pips")]
    [InlineData("fixed:0.05pips")]
    [InlineData("fixed:nan")]
    [InlineData("tight")]
    [InlineData("recorded:1")]
    public void Spread_Unfit_SaysWhatFits(string text) => Assert.StartsWith($"--spread is '{text}'; write recorded", Refused(() => CostTerms.Spread(text, Eurusd, NoBars)), StringComparison.Ordinal);

    [Theory]
    [InlineData("random:5..1")]
    [InlineData("random:5")]
    [InlineData("volatility:-1")]
    public void Slippage_Unfit_SaysWhatFits(string text) => Assert.StartsWith($"--slippage is '{text}'; write 0, fixed:3", Refused(() => CostTerms.Slippage(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("points:1")]
    [InlineData("points:a/b")]
    public void Swap_Unfit_SaysWhatFits(string text) => Assert.StartsWith($"--swap is '{text}'; write 0, instrument", Refused(() => CostTerms.WithSwap(text, Eurusd)), StringComparison.Ordinal);

    [Fact]
    public void Intrabar_UnknownTimeframe_SaysWhatFits() =>
        Assert.StartsWith("--intrabar is 'lower:M7'", Refused(() => MatchingTerms.Lower(new BacktestTerms { Intrabar = "lower:M7" })), StringComparison.Ordinal);

    private static string Refused(Func<object?> read) => Assert.Throws<FormatException>(read).Message;
}
