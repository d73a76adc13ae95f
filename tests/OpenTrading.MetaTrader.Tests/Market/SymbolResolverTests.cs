using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Terminals;

namespace OpenTrading.MetaTrader.Tests.Market;

public class SymbolResolverTests
{
    private static readonly SymbolResolver Resolver = SymbolResolver.Parse(["GOLD=XAUUSD", "USTEC = NAS100"]);

    [Theory]
    [InlineData("EURUSD", "EURUSD", "EURUSD,EURUSD.r")]
    [InlineData("EURUSD", "eurusd", "eurusd,EURUSD.r")]
    [InlineData("EURUSD", "EURUSD.r", "EURUSD.r,EURUSDJPY")]
    [InlineData("EURUSD", "mEURUSD", "mEURUSD,GBPUSD")]
    [InlineData("EURUSD", "EURUSDm", "EURUSDm")]
    [InlineData("XAUUSD", "GOLD", "GOLD,SILVER")]
    [InlineData("XAUUSD", "GOLD.r", "GOLD.r")]
    [InlineData("XAUUSD", "XAUUSD.r", "GOLD,XAUUSD.r")]
    [InlineData("NAS100", "USTEC", "USTEC")]
    [InlineData("EURUSD", null, "GBPUSD,EURUSDJPY")]
    [InlineData("EURUSD", null, "EURUSD.a,EURUSD.b")]
    public void Find_BrokersWay_IsTheNameOrNone(string instrument, string? expected, string symbols) =>
        Assert.Equal(expected, Resolver.Find([.. symbols.Split(',').Select(s => Row(s, isVisible: false))], instrument)?.Name);

    [Fact]
    public void Find_SeveralKinds_TakesTheOneInTheMarketWatch() =>
        Assert.Equal("EURUSD.b", Resolver.Find([Row("EURUSD.a", false), Row("EURUSD.b", true), Row("EURUSD.c", false)], "EURUSD")?.Name);

    [Theory]
    [InlineData("GOLD")]
    [InlineData("=XAUUSD")]
    [InlineData("A=B=C")]
    public void Parse_WrongForm_SaysWhatToWrite(string alias) =>
        Assert.Contains("GOLD=XAUUSD", Assert.Throws<FormatException>(() => SymbolResolver.Parse([alias])).Message, StringComparison.Ordinal);

    private static SymbolRow Row(string name, bool isVisible) => new(name, "", $"Forex\\{name}", 5, isVisible);
}
