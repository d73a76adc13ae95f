using System.Text.Json;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Scanner.Scans;
using OpenTrading.Scanner.Tests.Support;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Scanner.Tests.Scans;

public sealed class HistoryCapabilitiesTests : IDisposable
{
    private readonly RecordedMarket _recorded = new();
    private readonly MemoryState _state = new();

    [Fact]
    public void List_BarsAfterAScan_TellWhatBecameOfIt()
    {
        List<(string Id, int Bar)> scans = [];
        using (var bench = new ScannerBench(_recorded, _state))
        {
            for (int bar = _recorded.Bars.Count - 400; bar < _recorded.Bars.Count; bar += 57)
            {
                _recorded.Clock.Now = _recorded.Bars[bar].Time.AddHours(4.5);
                JsonElement scan = bench.Call("scan_opportunities", """{"symbols":"EURUSD","timeframes":"H4","minScore":0}""");
                scans.Add((scan.GetProperty("opportunities")[0].GetProperty("opportunityId").GetString()!, bar));
            }
        }

        _recorded.Clock.Now = _recorded.Bars[_recorded.Bars.Count - 1].Time.AddHours(4.5);
        using var later = new ScannerBench(_recorded, _state);
        JsonElement[] listed = [.. later.Call("list_opportunities").GetProperty("opportunities").EnumerateArray()];

        Assert.Equal(scans.Select(s => s.Id).Reverse(), listed.Select(o => o.GetProperty("opportunityId").GetString()));
        Assert.All(listed.Zip(Enumerable.Reverse(scans)), p => Assert.Equal(Expected(p.First, p.Second.Bar), p.First.GetProperty("state").GetString()));
        Assert.True(listed.Select(o => o.GetProperty("state").GetString()).Distinct().Count() > 1);
    }

    [Fact]
    public void List_LaterScanOfTheSameBar_ShowsAnOpportunityOnce()
    {
        using var bench = new ScannerBench(_recorded, _state);
        bench.Call("scan_opportunities", """{"symbols":"EURUSD","timeframes":"H4","minScore":0}""");
        JsonElement second = bench.Call("scan_opportunities", """{"symbols":["EURUSD","GBPUSD"],"timeframes":"H4","minScore":0}""");

        JsonElement list = bench.Call("list_opportunities");

        Assert.Equal(2, list.GetProperty("total").GetInt32());
        Assert.All(list.GetProperty("opportunities").EnumerateArray(), o => Assert.Equal(second.GetProperty("scanId").GetString(), o.GetProperty("scanId").GetString()));
    }

    [Fact]
    public void List_Filters_HoldAndPagesFollow()
    {
        using var bench = new ScannerBench(_recorded, _state);
        bench.Call("scan_opportunities", """{"symbols":["EURUSD","GBPUSD","XAUUSD"],"timeframes":"H4","minScore":0}""");

        JsonElement first = bench.Call("list_opportunities", """{"limit":2}""");
        JsonElement rest = bench.Call("list_opportunities", $$"""{"limit":2,"cursor":"{{first.GetProperty("nextCursor").GetString()}}"}""");

        Assert.Equal((3, 2, 1), (first.GetProperty("total").GetInt32(), first.GetProperty("opportunities").GetArrayLength(), rest.GetProperty("opportunities").GetArrayLength()));
        Assert.Equal(0, bench.Call("list_opportunities", """{"minScore":100}""").GetProperty("total").GetInt32());
        Assert.Equal(0, bench.Call("list_opportunities", """{"to":"2022-03-01T00:00:00Z"}""").GetProperty("total").GetInt32());
        Assert.Equal("VALIDATION_ERROR", bench.Refusal("list_opportunities", """{"from":"2022-03-02T00:00:00Z","to":"2022-03-01T00:00:00Z"}"""));
    }

    [Fact]
    public void Keep_ManyScans_TheOldestGo()
    {
        using var bench = new ScannerBench(_recorded, _state);
        string first = bench.Call("scan_opportunities", """{"symbols":"EURUSD","timeframes":"H4","minScore":0}""").GetProperty("scanId").GetString()!;
        var archive = new ScanArchive(bench.Context);
        for (int i = 1; i <= ScanArchive.MostScans; i++)
        {
            archive.Keep(_recorded.Clock.Now.AddMinutes(i), "balanced", []);
        }

        Assert.Equal(ScanArchive.MostScans, _state.Keys.Count);
        Assert.DoesNotContain(first, _state.Keys);
        Assert.Equal(_state.Keys, archive.All.Select(s => s.ScanId));
    }

    public void Dispose() => _recorded.Dispose();

    // A target counts where it is reached before the stop; of a bar that reaches both, the stop.
    private string Expected(JsonElement found, int bar)
    {
        BarSeries bars = _recorded.Bars;
        bool isLong = found.GetProperty("direction").GetString() == "long";
        (double stop, double target) = (found.GetProperty("stopLoss").GetDouble(), found.GetProperty("takeProfit").GetDouble());
        for (int i = bar + 1; i < Math.Min(bars.Count, bar + 101); i++)
        {
            if (isLong ? bars.Low[i] <= stop : bars.High[i] >= stop)
            {
                return "hit_stop";
            }

            if (isLong ? bars.High[i] >= target : bars.Low[i] <= target)
            {
                return "hit_target";
            }
        }

        return bar + 100 < bars.Count ? "expired" : "open";
    }
}
