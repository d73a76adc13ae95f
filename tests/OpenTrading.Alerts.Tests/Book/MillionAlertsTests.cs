using System.Text.Json;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Alerts.Tests.Book;

/// <summary>
/// More alerts than may wait, which are ten thousand: made one after the other, and a million of them found in the file at a start. Run alone: what the
/// process holds is weighed, and a test beside it would be weighed along.
/// </summary>
[Collection(nameof(Alone))]
public sealed class MillionAlertsTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private const int Many = 1_000_000;
    private const int Most = 10_000;
    private const int Attempts = 50_000;
    private const string WaitingLast = "alt_0999999";
    private const long Little = 128 << 20;

    private readonly string _source = recorded.Market.Resolve("EURUSD").Source;
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;
    private string _line = "";

    [Fact]
    public void Add_FarTooMany_RefusesEachWithARemedyAndWritesNothing()
    {
        using var bench = new AlertsBench(recorded, _folder);
        var file = new ManyAlerts(Most, Line);
        bench.Context.Instead = file;
        MarketSymbol symbol = bench.Context.Market.Resolve("EURUSD");
        Alert alert = Waiting(Most);
        int refused = 0;
        for (int i = 0; i < Attempts; i++)
        {
            try
            {
                bench.Engine.Add(alert, symbol);
            }
            catch (CapabilityException e) when (e is { Code: ErrorCode.LimitExceeded, Remedy: "Delete some with delete_alert, or let them expire." })
            {
                refused++;
            }
        }

        Assert.Equal((Attempts, Most, 0), (refused, bench.Engine.All.Count, file.Added));
        Assert.Equal("LIMIT_EXCEEDED", bench.Refusal("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.095}"""));
    }

    [Fact]
    public void Open_AMillionInTheFile_WatchesTheFirstAndCountsTheOthers()
    {
        using var bench = new AlertsBench(recorded, _folder);
        _line = new AlertRecord(Waiting(Many - 1), null).Line;
        var file = new ManyAlerts(Many, Line);
        bench.Context.Instead = file;
        long before = GC.GetTotalMemory(forceFullCollection: true);

        JsonElement list = bench.Call("list_alerts", """{"limit":2}""");

        Assert.Equal((Most, "10000 alerts active; 990000 more are kept and not watched, for 10000 is the most: raise plugins.alerts.max_active and restart."), (list.GetProperty("total").GetInt32(), list.GetProperty("summary").GetString()));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Little);
        Assert.Equal("LIMIT_EXCEEDED", bench.Refusal("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.095}"""));

        // One that waits fires, and the file keeps what nobody watches for.
        bench.Tick(1.09, 1.100005, 1.09, 1.10002);
        Assert.Equal(["alt_0000000", "alt_0000001", "alt_0000002"], bench.Fired.Select(f => f.Alert.AlertId));
        Assert.False(file.IsReplaced);
    }

    [Fact]
    public void Open_SomeOfTheFirstEnded_TheNextTakeTheirPlaces()
    {
        using var bench = new AlertsBench(recorded, _folder, new AlertsOptions { MaxActive = 3 });
        AlertRecord[] records =
        [
            .. Enumerable.Range(0, 6).Select(i => new AlertRecord(Waiting(i), null)),
            new AlertRecord(null, Waiting(0).AlertId),
            new AlertRecord(Waiting(1) with { Ended = AlertStatus.Expired }, null),
            new AlertRecord(Waiting(3) with { SeenPrice = 1.05m }, null),
            new AlertRecord(null, Waiting(5).AlertId),
        ];
        bench.Context.Instead = new ManyAlerts(records.Length, i => records[i].Line);

        Assert.Equal(["alt_0000002", "alt_0000003", "alt_0000004"], bench.Engine.All.Where(a => a.Ended is null).Select(a => a.AlertId).Order());
        Assert.Equal(1.05m, bench.Engine.All.Single(a => a.AlertId == "alt_0000003").SeenPrice);
        Assert.Equal("", bench.Engine.Omitted);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Line(int i) => i < Most ? new AlertRecord(Waiting(i), null).Line : _line.Replace(WaitingLast, FormattableString.Invariant($"alt_{i:0000000}"), StringComparison.Ordinal);

    // At prices a point apart, so that every one has a place of its own.
    private Alert Waiting(int i) => new()
    {
        AlertId = FormattableString.Invariant($"alt_{i:0000000}"),
        Symbol = "EURUSD",
        BrokerSymbol = "EURUSD",
        Source = _source,
        Condition = AlertCondition.Above,
        Price = 1.10000m + (i * 0.00001m),
        CreatedAt = recorded.Clock.Now,
        SeenPrice = 1.09m,
    };
}
