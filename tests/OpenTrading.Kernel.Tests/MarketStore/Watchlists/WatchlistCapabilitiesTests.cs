using OpenTrading.Kernel.MarketStore.Watchlists;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Kernel.Tests.MarketStore.Watchlists;

public sealed class WatchlistCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public WatchlistCapabilitiesTests() => _face = Open();

    private string FilePath => Path.Combine(_bench.State, "watchlists.json");

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public void GetWatchlist_NeverSet_IsMain()
    {
        // The broker day ended at 22:00; the bar of 21:00 closed at 1.10455, the last one at 1.10475.
        string item = CapabilityBench.At(_face.Call("get_watchlist"), "items.0");

        Assert.Equal("""{"symbol":"EURUSD","bid":1.10475,"ask":1.10485,"spreadPips":1,"changeDayPct":0.018,"time":"2024-01-10T00:00:00.000Z","source":"file:EURUSD","stale":true,"marketClosed":false}""", item);
    }

    [Fact]
    public void SetWatchlist_Symbols_ShowInTheListAndAfterARestart()
    {
        var change = _face.Call("set_watchlist", """{"name":"mine","symbols":"eurusd.r, synthetic:trend1, USDJPY, EURUSD"}""");
        Assert.Equal("""["EURUSD","synthetic:TREND1","USDJPY"]""", CapabilityBench.At(change, "symbols"));
        Assert.Equal("""["EURUSD","synthetic:TREND1","USDJPY"]""", CapabilityBench.At(change, "added"));

        using CapabilityBench later = Open();
        var list = later.Call("get_watchlist", """{"name":"mine"}""");

        Assert.Equal("\"mixed\"", CapabilityBench.At(list, "source"));
        Assert.Equal("2", CapabilityBench.At(list, "items.#"));
        Assert.Equal("""[{"section":"USDJPY","reason":"USDJPY: no source has it"}]""", CapabilityBench.At(list, "unavailable"));

        change = later.Call("set_watchlist", """{"name":"mine","symbols":["XAUUSD","EURUSD"]}""");
        Assert.Equal("""["XAUUSD"] ["synthetic:TREND1","USDJPY"]""", $"{CapabilityBench.At(change, "added")} {CapabilityBench.At(change, "removed")}");
    }

    [Fact]
    public void SetWatchlist_NoSymbols_RemovesTheListAndGivesMainItsFirstContentBack()
    {
        _face.Call("set_watchlist", """{"name":"mine","symbols":["USDJPY"]}""");
        _face.Call("set_watchlist", """{"symbols":["USDJPY"]}""");

        _face.Call("set_watchlist", """{"name":"mine","symbols":[]}""");
        var main = _face.Call("set_watchlist", """{"symbols":[]}""");

        Assert.Equal("NOT_FOUND", _face.Refusal("get_watchlist", """{"name":"mine"}"""));
        Assert.Equal("""["EURUSD"]""", CapabilityBench.At(main, "symbols"));
    }

    [Theory]
    [InlineData("get_watchlist", """{"name":"nope"}""", "NOT_FOUND")]
    [InlineData("get_watchlist", """{"name":"../x"}""", "NOT_FOUND")]
    [InlineData("set_watchlist", """{"symbols":["NOPE"]}""", "SYMBOL_UNKNOWN")]
    [InlineData("set_watchlist", """{"symbols":["EURUSD"],"name":"Not a name"}""", "VALIDATION_ERROR")]
    [InlineData("set_watchlist", "{}", "VALIDATION_ERROR")]
    public void Call_WrongOrImpossible_IsRefused(string capability, string arguments, string code)
    {
        Assert.Equal(code, _face.Refusal(capability, arguments));
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public void SetWatchlist_UnfinishedFileOfACrash_IsNoHindrance()
    {
        File.WriteAllText(FilePath + ".unfinished", "{\"mi");

        _face.Call("set_watchlist", """{"name":"mine","symbols":["USDJPY"]}""");

        Assert.Equal("""{"mine":["USDJPY"]}""", File.ReadAllText(FilePath));
    }

    [Fact]
    public void GetWatchlist_FileThatIsNoJson_SaysSoAndIsNotOverwritten()
    {
        File.WriteAllText(FilePath, "{\"mi");

        Assert.Equal("DATA_UNAVAILABLE", _face.Refusal("get_watchlist", """{"name":"mine"}"""));
        Assert.Equal("DATA_UNAVAILABLE", _face.Refusal("set_watchlist", """{"symbols":["USDJPY"]}"""));
        Assert.Equal("{\"mi", File.ReadAllText(FilePath));
    }

    [Fact]
    public void GetWatchlist_FirstBarsOfTheRecord_HaveNoDayBefore()
    {
        _bench.Clock.Now = MarketBench.Start.AddHours(2);

        Assert.Equal("absent", CapabilityBench.At(_face.Call("get_watchlist"), "items.0.changeDayPct"));
    }

    private CapabilityBench Open() => new(new WatchlistCapabilities(_bench.Market, new WatchlistFile(_bench.State, ["EURUSD"])));
}
