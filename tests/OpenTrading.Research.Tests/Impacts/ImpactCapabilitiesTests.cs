using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Research.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Tests.Shared.Markets;

namespace OpenTrading.Research.Tests.Impacts;

public sealed class ImpactCapabilitiesTests : IDisposable
{
    private readonly NewsBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void GetEventImpact_Events_AreMeasuredOnTheirBars()
    {
        // Half an hour into a bar: the move is from the close before it to its close.
        BarSeries bars = RecordedBars.EurUsd;
        int[] at = [bars.Count - 20, bars.Count - 140, bars.Count - 260, bars.Count - 380];
        string rows = string.Join('\n', at.Select(i => $"{bars[i].Time.AddMinutes(30):s}Z,USD,Consumer Price Index (CPI),high"));
        double[] moves = [.. at.Select(i => Math.Round((bars[i].Close - bars[i - 1].Close) / 0.0001, 1))];
        double[] sizes = [.. moves.Select(Math.Abs).Order()];

        JsonElement answer = Open(rows + $"\n{bars[^1].Time:s}Z,JPY,CPI,high\n{bars[bars.Count - 20].Time:yyyy-MM-dd},USD,CPI day,high").Call("get_event_impact", """{"symbol":"EURUSD","event":"cpi","timeframe":"H4","years":1}""");

        Assert.Equal("4", CapabilityBench.At(answer, "n"));
        Assert.Equal(Math.Round((sizes[1] + sizes[2]) / 2, 1), answer.GetProperty("medianMovePips").GetDouble(), 1e-9);
        Assert.Equal(Math.Round(sizes[2] + (0.85 * (sizes[3] - sizes[2])), 1), answer.GetProperty("p95MovePips").GetDouble(), 1e-9);
        Assert.Equal(25.0 * moves.Count(m => m > 0), answer.GetProperty("upPct").GetDouble());
        Assert.Equal(moves, answer.GetProperty("occurrences").EnumerateArray().Select(o => o.GetProperty("movePips").GetDouble()));
        Assert.Equal(("\"file:EURUSD\"", "\"file:calendar.csv\""), (CapabilityBench.At(answer, "source"), CapabilityBench.At(answer, "occurrences.0.source")));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","event":"GDP","timeframe":"H4"}""", "NOT_FOUND")]
    [InlineData("""{"symbol":"NOPE","event":"CPI"}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"EURUSD","event":"CPI","timeframe":"M15"}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"EURUSD","event":"CPI","timeframe":"D1"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","event":"—"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","event":"Weekend","timeframe":"H4"}""", "INSUFFICIENT_HISTORY")]
    public void GetEventImpact_NothingToMeasure_IsRefused(string arguments, string code)
    {
        // A Saturday noon has no bar.
        Assert.Equal(code, Open("2022-02-01T10:00:00Z,USD,CPI,high\n2022-02-05T12:00:00Z,USD,Weekend,high").Refusal("get_event_impact", arguments));
    }

    [Fact]
    public void GetEventImpact_NoCalendar_IsRefused() =>
        Assert.Equal("DATA_UNAVAILABLE", _bench.Open().Calls.Refusal("get_event_impact", """{"symbol":"EURUSD","event":"CPI","timeframe":"H4"}"""));

    private CapabilityBench Open(string rows) => _bench.Open(calendar: $"time,currency,event,impact\n{rows}\n").Calls;
}
