using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Research.Tests.Support;

namespace OpenTrading.Research.Tests.Calendars;

public sealed class CalendarCapabilitiesTests : IDisposable
{
    private readonly NewsBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GetCalendar_Default_HasTheNextSevenDaysOfSomeImpact()
    {
        JsonElement answer = Open().Call("get_economic_calendar");

        Assert.Equal(["USD CPI y/y", "EUR Rate decision"], Names(answer));
        Assert.Equal(("\"file:calendar.csv\"", "\"high\"", "\"3.1%\"", "absent", "absent"), (CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "events.0.impact"), CapabilityBench.At(answer, "events.0.forecast"), CapabilityBench.At(answer, "events.0.actual"), CapabilityBench.At(answer, "events.0.timed")));
    }

    [Fact]
    public void GetCalendar_Filters_Hold()
    {
        CapabilityBench calls = Open();

        Assert.Equal(["EUR Rate decision"], Names(calls.Call("get_economic_calendar", """{"currencies":"eur"}""")));
        Assert.Equal(["USD CPI y/y"], Names(calls.Call("get_economic_calendar", """{"minImpact":"high"}""")));
        Assert.Equal(["USD CPI y/y", "USD Stocks of crude", "EUR Rate decision"], Names(calls.Call("get_economic_calendar", """{"minImpact":"low"}""")));
        Assert.Equal(["GBP GDP"], Names(calls.Call("get_economic_calendar", $$"""{"from":"{{_bench.Now.AddDays(20):s}}Z","to":"{{_bench.Now.AddDays(40):s}}Z"}""")));
    }

    [Fact]
    public void GetCalendar_Pages_FollowEachOther()
    {
        CapabilityBench calls = Open();
        JsonElement first = calls.Call("get_economic_calendar", """{"limit":1}""");

        JsonElement second = calls.Call("get_economic_calendar", $$"""{"limit":1,"cursor":"{{first.GetProperty("nextCursor").GetString()}}"}""");

        Assert.Equal(["USD CPI y/y", "EUR Rate decision"], [.. Names(first), .. Names(second)]);
        Assert.Equal(("2", "absent"), (CapabilityBench.At(first, "total"), CapabilityBench.At(second, "nextCursor")));
    }

    [Fact]
    public void GetCalendar_NoSource_SaysWhatToDo()
    {
        JsonElement error = _bench.Open().Calls.Call("get_economic_calendar").GetProperty("error");

        Assert.Equal("DATA_UNAVAILABLE", error.GetProperty("code").GetString());
        Assert.Contains("there is no CSV file of economic events", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("MetaTrader 5", error.GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"currencies":"DOLLAR"}""", "VALIDATION_ERROR")]
    [InlineData("""{"from":"2022-01-02T00:00:00Z","to":"2022-01-01T00:00:00Z"}""", "VALIDATION_ERROR")]
    [InlineData("""{"from":"2010-01-02T00:00:00Z","to":"2022-01-01T00:00:00Z"}""", "LIMIT_EXCEEDED")]
    public void GetCalendar_BadArgument_IsRefused(string arguments, string code) => Assert.Equal(code, Open().Refusal("get_economic_calendar", arguments));

    private CapabilityBench Open() => _bench.Open(calendar: $"""
        time,currency,event,impact,forecast
        {_bench.Now.AddDays(2):s}Z,EUR,Rate decision,medium,
        {_bench.Now.AddDays(1):s}Z,USD,CPI y/y,high,3.1%
        {_bench.Now.AddDays(1.5):s}Z,USD,Stocks of crude,low,
        {_bench.Now.AddDays(30):s}Z,GBP,GDP,high,
        {_bench.Now.AddDays(-1):s}Z,USD,PPI,high,
        """).Calls;

    private static string[] Names(JsonElement answer) => [.. answer.GetProperty("events").EnumerateArray().Select(e => $"{e.GetProperty("currency").GetString()} {e.GetProperty("name").GetString()}")];
}
