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
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Tests.Packets;

public sealed class PacketCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly CapabilityBench _bench = new(
        new PacketCapabilities(new BarHistory(recorded.Context()), new PacketSurroundings(recorded.Context())), new ContextCapabilities(new BarHistory(recorded.Context())), new RegimeCapabilities(new BarHistory(recorded.Context())));

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
        DateTime now = recorded.Clock.Now;
        recorded.Calendar = new MergedCalendar(
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
            recorded.Calendar = new MergedCalendar(() => [], TimeProvider.System);
        }

        EconomicEvent Event(double hours, string currency, string name, EventImpact impact) => new(now.AddHours(hours), currency, name, impact, "mt5");
    }

    [Fact]
    public void Packet_Exposure_IsWhatTheAccountHoldsOfTheSymbol()
    {
        recorded.Orders = new MadeDesk(
            new Position(1, "EURUSD", OrderSide.Buy, 0.5m, 1.1m, recorded.Clock.Now, StopLoss: 1.09m, Profit: 12.345m, Swap: -0.2m),
            new Position(2, "EURUSD", OrderSide.Sell, 0.2m, 1.1m, recorded.Clock.Now, Profit: -3m),
            new Position(3, "XAUUSD", OrderSide.Buy, 9m, 1900m, recorded.Clock.Now));
        try
        {
            JsonElement packet = _bench.Call("analysis_packet", """{"symbol":"EURUSD","include":"exposure,quote"}""");

            Assert.Equal(("0.3", "2", "1", "\"USD\"", "\"paper@sim\""), (CapabilityBench.At(packet, "exposure.netLots"), CapabilityBench.At(packet, "exposure.positions"), CapabilityBench.At(packet, "exposure.unprotected"), CapabilityBench.At(packet, "exposure.currency"), CapabilityBench.At(packet, "exposure.source")));
            Assert.Equal(9.14m, packet.GetProperty("exposure").GetProperty("profit").GetDecimal());
            Assert.Equal("0", CapabilityBench.At(packet, "unavailable.#"));
        }
        finally
        {
            recorded.Orders = ClosedDesk.Instance;
        }
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","include":"quotes"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"NOPE"}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"USDCHF"}""", "DATA_UNAVAILABLE")]
    public void Packet_Impossible_IsRefused(string arguments, string code) => Assert.Equal(code, _bench.Refusal("analysis_packet", arguments));

    public void Dispose() => _bench.Dispose();
}
