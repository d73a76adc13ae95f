using System.Text.Json;
using OpenTrading.Analysis.Context;
using OpenTrading.Analysis.Packets;
using OpenTrading.Analysis.Regimes;
using OpenTrading.Analysis.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Calendars;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Tests.Packets;

public sealed class PacketCapabilitiesTests : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly RecordedMarket _recorded;
    private readonly RecordedContext _context;
    private readonly CapabilityBench _bench;

    public PacketCapabilitiesTests(RecordedMarket recorded)
    {
        _recorded = recorded;
        _context = recorded.Context();
        var history = new BarHistory(_context);
        _bench = new CapabilityBench(new PacketCapabilities(history, new PacketSurroundings(_context)), new ContextCapabilities(history), new RegimeCapabilities(history));
    }

    [Fact]
    public void Packet_RecordedBars_AgreesWithEachPartAlone()
    {
        JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","timeframes":["H4","D1","W1"]}""");
        JsonElement context = _bench.Call("htf_context", """{"symbol":"EURUSD"}""");
        JsonElement regime = _bench.Call("get_regime", """{"symbol":"EURUSD","timeframe":"D1"}""");

        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(CapabilityBench.At(context, $"frames.{i}.trend"), CapabilityBench.At(packet, $"frames.{i}.trend"));
            Assert.Equal(CapabilityBench.At(context, $"frames.{i}.atrPoints"), CapabilityBench.At(packet, $"frames.{i}.atrPoints"));
        }

        Assert.Equal((CapabilityBench.At(regime, "regime"), CapabilityBench.At(regime, "sinceAt"), "\"D1\""), (CapabilityBench.At(packet, "regime.regime"), CapabilityBench.At(packet, "regime.sinceAt"), CapabilityBench.At(packet, "regime.timeframe")));
        Assert.Equal(("1.09305", "\"BOS\"", "1.11434"), (CapabilityBench.At(packet, "quote.bid"), CapabilityBench.At(packet, "frames.0.structure.lastBreak"), CapabilityBench.At(packet, "frames.0.structure.invalidation")));
        Assert.Equal("10", CapabilityBench.At(packet, "levels.#"));
        Assert.Equal("false", CapabilityBench.At(packet, "sessions.openNow"));
        Assert.Equal(["calendar", "exposure"], packet.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
    }

    [Fact]
    public void Packet_EveryPart_NamesItsSourceAndTimeAndIsShort()
    {
        JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","timeframes":["H4","H8","H12","D1","W1"]}""");

        Assert.Equal("5", CapabilityBench.At(packet, "frames.#"));
        Assert.All(packet.GetProperty("frames").EnumerateArray().Concat([packet.GetProperty("quote"), packet.GetProperty("regime"), packet.GetProperty("volatility")]), part =>
        {
            Assert.Equal("file:EURUSD", part.GetProperty("source").GetString());
            Assert.Equal(2022, part.GetProperty("asOf").GetDateTime().Year);
        });
        Assert.True(packet.GetRawText().Length / 4 <= 6000, $"The packet has {packet.GetRawText().Length / 4} tokens.");
    }

    [Fact]
    public void Packet_MissingTimeframes_AreNamedAndTheOthersStand()
    {
        JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD"}""");

        Assert.Equal(["H4", "D1"], packet.GetProperty("frames").EnumerateArray().Select(f => f.GetProperty("timeframe").GetString()));
        Assert.Equal(["frames.M15", "frames.H1", "calendar", "exposure"], packet.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
    }

    [Fact]
    public void Packet_Include_BringsThosePartsAlone()
    {
        JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","timeframes":"H4","include":["quote","regime"]}""");

        Assert.Equal(("0", "0", "absent", "0"), (CapabilityBench.At(packet, "frames.#"), CapabilityBench.At(packet, "levels.#"), CapabilityBench.At(packet, "volatility"), CapabilityBench.At(packet, "unavailable.#")));
        Assert.NotEqual("absent", CapabilityBench.At(packet, "regime.regime"));
    }

    [Fact]
    public void Packet_Calendar_HasTheEventsOfItsCurrenciesAndNamesWhatFailed()
    {
        DateTime now = _recorded.Clock.Now;
        _recorded.Calendar = new MergedCalendar(
            () => [new MadeCalendar("mt5", now, [
                Event(2, "USD", "CPI", EventImpact.High) with { Forecast = "3.1%" }, Event(1, "EUR", "PMI", EventImpact.Medium), Event(3, "EUR", "Speech", EventImpact.Low), Event(3, "JPY", "GDP", EventImpact.High),
                Event(-0.5, "EUR", "Just now", EventImpact.High), Event(-2, "EUR", "Past", EventImpact.High), Event(80, "EUR", "Far", EventImpact.High)]),
                new MadeCalendar("file", now, null)],
            TimeProvider.System);
        try
        {
            JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","include":"calendar,quote"}""");

            Assert.Equal(["Just now", "PMI", "CPI"], packet.GetProperty("calendar").EnumerateArray().Select(e => e.GetProperty("name").GetString()));
            Assert.Equal(("\"high\"", "\"3.1%\"", "\"mt5\"", "absent"), (CapabilityBench.At(packet, "calendar.2.impact"), CapabilityBench.At(packet, "calendar.2.forecast"), CapabilityBench.At(packet, "calendar.2.source"), CapabilityBench.At(packet, "calendar.1.forecast")));
            Assert.Equal(["calendar.file"], packet.GetProperty("unavailable").EnumerateArray().Select(u => u.GetProperty("section").GetString()));
        }
        finally
        {
            _recorded.Calendar = new MergedCalendar(() => [], TimeProvider.System);
        }

        EconomicEvent Event(double hours, string currency, string name, EventImpact impact) => new(now.AddHours(hours), currency, name, impact, "mt5");
    }

    [Fact]
    public void Packet_Exposure_IsWhatTheAccountHoldsOfTheSymbol()
    {
        _recorded.Orders = new MadeDesk(
            new Position(1, "EURUSD", OrderSide.Buy, 0.5m, 1.1m, _recorded.Clock.Now, StopLoss: 1.09m, Profit: 12.345m, Swap: -0.2m),
            new Position(2, "EURUSD", OrderSide.Sell, 0.2m, 1.1m, _recorded.Clock.Now, Profit: -3m),
            new Position(3, "XAUUSD", OrderSide.Buy, 9m, 1900m, _recorded.Clock.Now))
        {
            Floor = new LossFloor(9_000, 250),
        };
        try
        {
            JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","include":"exposure,quote"}""");

            Assert.Equal(("0.3", "2", "1", "\"USD\"", "\"paper@sim\""), (CapabilityBench.At(packet, "exposure.netLots"), CapabilityBench.At(packet, "exposure.positions"), CapabilityBench.At(packet, "exposure.unprotected"), CapabilityBench.At(packet, "exposure.currency"), CapabilityBench.At(packet, "exposure.source")));
            Assert.Equal(("3", "750", "7.5", "1"), (CapabilityBench.At(packet, "exposure.accountPositions"), CapabilityBench.At(packet, "exposure.headroom"), CapabilityBench.At(packet, "exposure.headroomPct"), CapabilityBench.At(packet, "exposure.killLevel")));
            Assert.Equal(9.14m, packet.GetProperty("exposure").GetProperty("profit").GetDecimal());
            Assert.Equal("0", CapabilityBench.At(packet, "unavailable.#"));
        }
        finally
        {
            _recorded.Orders = ClosedDesk.Instance;
        }
    }

    [Fact]
    public void Packet_Exposure_WithoutAFloorHasNoHeadroom()
    {
        _recorded.Orders = new MadeDesk();
        try
        {
            JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","include":"exposure,quote"}""");

            Assert.Equal(("0", "absent", "absent"), (CapabilityBench.At(packet, "exposure.positions"), CapabilityBench.At(packet, "exposure.headroom"), CapabilityBench.At(packet, "exposure.headroomPct")));
        }
        finally
        {
            _recorded.Orders = ClosedDesk.Instance;
        }
    }

    [Fact]
    public void Packet_Signals_AreTheNewestOfTheSymbolWithTheirSource()
    {
        foreach ((string symbol, OrderSide? side) in new (string, OrderSide?)[] { ("EURUSD", OrderSide.Sell), ("XAUUSD", OrderSide.Buy), ("EURUSD", null) })
        {
            _context.Record(new SignalDraft
            {
                Kind = SignalKind.Signal, Symbol = _recorded.Market.Resolve(symbol), Timeframe = Timeframe.H4, StrategyId = "donchian-trend", BarTime = _recorded.Clock.Now.AddHours(-8), Side = side, Confidence = 0.4,
            });
        }

        JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","include":"signals,quote"}""");

        Assert.Equal(("2", "absent", "\"sell\"", "0.4", "\"file:EURUSD\"", "\"donchian-trend\""), (
            CapabilityBench.At(packet, "signals.#"), CapabilityBench.At(packet, "signals.0.side"), CapabilityBench.At(packet, "signals.1.side"), CapabilityBench.At(packet, "signals.1.confidence"),
            CapabilityBench.At(packet, "signals.1.source"), CapabilityBench.At(packet, "signals.1.strategyId")));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","include":"quotes"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"USDCHF"}""", "DATA_UNAVAILABLE")]
    public void Packet_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("analysis_packet", arguments));

    public void Dispose() => _bench.Dispose();
}
