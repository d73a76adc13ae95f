using System.Globalization;
using OpenTrading.Kernel.MarketStore.Hours;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.MarketStore.Hours;

public sealed class SessionCapabilitiesTests : IDisposable
{
    private readonly MarketBench _bench = new MarketBench().WithHours();
    private readonly CapabilityBench _face;

    public SessionCapabilitiesTests() => _face = new CapabilityBench(new SessionCapabilities(_bench.Market));

    public void Dispose()
    {
        _face.Dispose();
        _bench.Dispose();
    }

    // Wednesday 2024-01-10 14:30 in winter: New York is UTC-5, London UTC.
    [Theory]
    [InlineData("""{"symbol":"EURUSD"}""", "openNow", "true")]
    [InlineData("""{"symbol":"EURUSD"}""", "nextCloseAt", "\"2024-01-12T22:00:00.000Z\"")]
    [InlineData("""{"symbol":"EURUSD"}""", "nextOpenAt", "\"2024-01-14T22:00:00.000Z\"")]
    [InlineData("""{"symbol":"EURUSD"}""", "rolloverAt", "\"2024-01-10T22:00:00.000Z\"")]
    [InlineData("""{"symbol":"EURUSD"}""", "week.0", """{"day":"sunday","from":"22:00","to":"24:00"}""")]
    [InlineData("""{"symbol":"EURUSD"}""", "week.-1", """{"day":"friday","from":"00:00","to":"22:00"}""")]
    [InlineData("""{"symbol":"EURUSD"}""", "week.#", "6")]
    [InlineData("""{"symbol":"TREND1"}""", "openNow", "true")]
    [InlineData("""{"symbol":"TREND1"}""", "nextCloseAt", "absent")]
    [InlineData("""{"symbol":"TREND1"}""", "week.#", "7")]
    [InlineData("""{"symbol":"US500"}""", "openNow", "absent")]
    [InlineData("""{"symbol":"US500"}""", "unavailable.1.section", "\"week\"")]
    [InlineData("{}", "symbol", "absent")]
    [InlineData("{}", "centers.2", """{"name":"London","open":true,"opensAt":"2024-01-11T08:00:00.000Z","closesAt":"2024-01-10T17:00:00.000Z"}""")]
    [InlineData("{}", "centers.3", """{"name":"New York","open":true,"opensAt":"2024-01-11T13:00:00.000Z","closesAt":"2024-01-10T22:00:00.000Z"}""")]
    [InlineData("{}", "centers.1.open", "false")]
    [InlineData("{}", "overlaps.-1", """{"centers":["London","New York"],"from":"2024-01-10T13:00:00.000Z","to":"2024-01-10T17:00:00.000Z"}""")]
    [InlineData("{}", "summary", "\"Open centres: London, New York.\"")]
    public void Call_Row_HasTheValue(string arguments, string path, string value)
    {
        _bench.Clock.Now = new DateTime(2024, 1, 10, 14, 30, 0, DateTimeKind.Utc);

        Assert.Equal(value, CapabilityBench.At(_face.Call("get_sessions", arguments), path));
    }

    [Fact]
    public void GetSessions_SummerSaturday_IsClosedUntilSundayEveningInNewYork()
    {
        _bench.Clock.Now = new DateTime(2024, 7, 6, 12, 0, 0, DateTimeKind.Utc);

        var answer = _face.Call("get_sessions", """{"symbol":"EURUSD"}""");

        Assert.Equal(("false", "\"2024-07-07T21:00:00.000Z\""), (CapabilityBench.At(answer, "openNow"), CapabilityBench.At(answer, "nextOpenAt")));
        Assert.Equal("\"2024-07-08T07:00:00.000Z\"", CapabilityBench.At(answer, "centers.2.opensAt"));
    }

    [Fact]
    public void GetSessions_UnknownSymbol_IsRefused() => Assert.Equal("SYMBOL_UNKNOWN", _face.Refusal("get_sessions", """{"symbol":"NOPE"}"""));

    [Theory]
    [InlineData("2024-01-08 09:00", true, "2024-01-08 16:30", "2024-01-09 08:00")]
    [InlineData("2024-01-08 16:30", false, "2024-01-09 16:30", "2024-01-09 08:00")]
    [InlineData("2024-01-09 23:00", false, "2024-01-15 16:30", "2024-01-15 08:00")]
    public void IsOpen_OwnSessions_AreKept(string now, bool isOpen, string closes, string opens)
    {
        MarketHours hours = MarketHours.Of(Scene.EurUsd with
        {
            Sessions = [.. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday }.Select(d => new TradingSession(d, TimeSpan.FromHours(8), TimeSpan.FromHours(16.5)))],
        });

        Assert.Equal((isOpen, Utc(closes), Utc(opens)), (hours.IsOpen(Utc(now)), hours.NextClose(Utc(now)), hours.NextOpen(Utc(now))));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
