using System.Text.Json;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Symbols;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Symbols;

public sealed class SymbolCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public SymbolCapabilitiesTests()
    {
        _bench.Put("XAUUSD.r", Timeframe.H1, [MarketBench.Hour(0)]);
        _face = new CapabilityBench(new SymbolCapabilities(_bench.Market, MarketBench.Naming, new TradedMarket(new HashSet<string> { "EURUSD" }, 30), new Paging(_bench.Clock)));
    }

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("search_symbols", "{}", "total", "3")]
    [InlineData("search_symbols", "{}", "source", "\"mixed\"")]
    [InlineData("search_symbols", "{}", "symbols.0", """{"symbol":"EURUSD","brokerSymbol":"EURUSD","description":"EUR against USD","assetClass":"fx","source":"file:EURUSD","tradable":true}""")]
    [InlineData("search_symbols", """{"query":"gold"}""", "symbols.0.brokerSymbol", "\"XAUUSD.r\"")]
    [InlineData("search_symbols", """{"query":"eur/usd"}""", "symbols.0.symbol", "\"EURUSD\"")]
    [InlineData("search_symbols", """{"assetClass":"METAL"}""", "symbols.#", "1")]
    [InlineData("search_symbols", """{"query":"zzz"}""", "total", "0")]
    [InlineData("search_symbols", """{"limit":2}""", "truncated", "true")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "point", "0.00001")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "pip", "0.00010")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "tickValue", "1.00000")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "marginRatePct", "3.3333")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "tradeMode", "\"full\"")]
    [InlineData("get_symbol_info", """{"symbol":"EURUSD"}""", "swapLong", "-6.5")]
    [InlineData("get_symbol_info", """{"symbol":"gold"}""", "symbol", "\"XAUUSD\"")]
    [InlineData("get_symbol_info", """{"symbol":"gold"}""", "brokerSymbol", "\"XAUUSD.r\"")]
    [InlineData("get_symbol_info", """{"symbol":"gold"}""", "source", "\"file:XAUUSD.r\"")]
    [InlineData("get_symbol_info", """{"symbol":"gold"}""", "pip", "0.10")]
    [InlineData("get_symbol_info", """{"symbol":"gold"}""", "tradeMode", "\"disabled\"")]
    public void Call_Row_HasTheValue(string capability, string arguments, string path, string value) =>
        Assert.Equal(value, CapabilityBench.At(_face.Call(capability, arguments), path));

    [Theory]
    [InlineData("get_symbol_info", """{"symbol":"EUR"}""", "SYMBOL_UNKNOWN")]
    [InlineData("get_symbol_info", """{"symbol":""}""", "VALIDATION_ERROR")]
    [InlineData("get_symbol_info", """{"symbol":"mt5:EURUSD"}""", "DATA_UNAVAILABLE")]
    [InlineData("search_symbols", """{"assetClass":"bond"}""", "VALIDATION_ERROR")]
    [InlineData("search_symbols", """{"limit":1001}""", "VALIDATION_ERROR")]
    public void Call_WrongOrImpossible_IsRefused(string capability, string arguments, string code) => Assert.Equal(code, _face.Refusal(capability, arguments));

    [Theory]
    [InlineData("EURUSD", "EURUSD")]
    [InlineData("eurusd", "EURUSD")]
    [InlineData("EURUSD.r", "EURUSD")]
    [InlineData("EURUSDm", "EURUSD")]
    [InlineData("#EURUSD", "EURUSD")]
    [InlineData("gold", "XAUUSD")]
    [InlineData("synthetic:TREND1", "TREND1")]
    [InlineData("SYNTHETIC:trend1", "TREND1")]
    public void Resolve_NameInAnyForm_FindsTheInstrument(string name, string symbol) => Assert.Equal(symbol, _bench.Market.Resolve(name).Instrument.Symbol);

    [Theory]
    [InlineData("EUR")]
    [InlineData("USD")]
    [InlineData("XAU")]
    [InlineData("EURUSDX")]
    [InlineData("TREND12")]
    public void Resolve_PartOfAName_IsNoMatch(string name) =>
        Assert.Equal(ErrorCode.SymbolUnknown, Assert.Throws<CapabilityException>(() => _bench.Market.Resolve(name)).Code);

    [Fact]
    public void Resolve_SeveralMatch_NamesThem()
    {
        Instrument[] two = [Scene.EurUsd with { Symbol = "EURUSD.a" }, Scene.EurUsd with { Symbol = "EURUSD.b" }];
        var market = new MarketReader(_bench.Store, () => [], two.ToDictionary(i => i.Symbol), BrokerDay.Utc, _ => null, _bench.Clock);

        CapabilityException refusal = Assert.Throws<CapabilityException>(() => market.Resolve("EURUSD"));

        Assert.Equal((ErrorCode.SymbolUnknown, "EURUSD.a EURUSD.b"), (refusal.Code, string.Join(' ', refusal.Details.Select(d => d.Message))));
    }

    [Fact]
    public void Resolve_TwoSourcesHaveIt_TheFirstOfTheOrderIsTaken()
    {
        _bench.Put("TREND1", Timeframe.H1, [MarketBench.Hour(0)]);
        var other = new MarketReader(
            _bench.Store, () => [_bench.Feed], MarketBench.Instruments, BrokerDay.Utc, _ => null, _bench.Clock, new MarketNaming { SourceOrder = ["synthetic", "file"] });

        Assert.Equal("file:TREND1", new MarketReader(_bench.Store, () => [_bench.Feed], MarketBench.Instruments, BrokerDay.Utc, _ => null, _bench.Clock).Resolve("TREND1").Source);
        Assert.Equal("synthetic", other.Resolve("TREND1").Source);
        Assert.Equal("file:TREND1", other.Resolve("file:TREND1").Source);
    }

    [Fact]
    public void SearchSymbols_CursorOfAnotherSearch_IsRefused()
    {
        JsonElement first = _face.Call("search_symbols", """{"limit":1}""");
        string cursor = first.GetProperty("nextCursor").GetString()!;

        Assert.Equal("\"TREND1\"", CapabilityBench.At(_face.Call("search_symbols", $$"""{"limit":1,"cursor":"{{cursor}}"}"""), "symbols.0.symbol"));
        Assert.Equal("VALIDATION_ERROR", _face.Refusal("search_symbols", $$"""{"query":"EUR","limit":1,"cursor":"{{cursor}}"}"""));
    }
}
