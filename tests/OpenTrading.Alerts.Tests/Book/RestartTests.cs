using System.Text.Json;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Alerts.Tests.Book;

public sealed class RestartTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;

    private string File => Path.Combine(_folder, "alerts.jsonl");

    [Fact]
    public void Restart_EveryAlert_StandsAsItStood()
    {
        string fired, deleted, waits;
        using (var before = new AlertsBench(recorded, _folder))
        {
            fired = before.Create("""{"symbol":"EURUSD","condition":"above","price":1.095,"note":"breakout"}""");
            deleted = before.Create("""{"symbol":"EURUSD","condition":"above","price":1.2}""");
            waits = before.Create("""{"symbol":"EURUSD","condition":"expression","expression":"H4: rsi(14) > 60","repeat":true,"cooldownS":5}""");
            before.Tick(1.096);
            before.Call("delete_alert", $$"""{"alertId":"{{deleted}}"}""");
        }

        using var after = new AlertsBench(recorded, _folder);
        JsonElement one = after.Call("list_alerts", """{"status":"fired"}""").GetProperty("alerts")[0];

        Assert.Equal([waits], after.Call("list_alerts").GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("alertId").GetString()));
        Assert.Equal((fired, "breakout", 1.096m), (one.GetProperty("alertId").GetString(), one.GetProperty("note").GetString(), one.GetProperty("fired")[0].GetProperty("price").GetDecimal()));
        Assert.Equal("NOT_FOUND", after.Refusal("delete_alert", $$"""{"alertId":"{{deleted}}"}"""));
    }

    [Fact]
    public void Restart_PricePassedMeanwhile_FiresAtTheFirstPrice()
    {
        using (var before = new AlertsBench(recorded, _folder))
        {
            before.Create("""{"symbol":"EURUSD","condition":"above","price":1.095}""");
            before.Create("""{"symbol":"EURUSD","condition":"below","price":1.094}""");
            before.Tick(1.0945);
            before.Engine.Rest();
        }

        using var after = new AlertsBench(recorded, _folder);
        after.Tick(1.0951);

        // The second came to be above its price before the stop, and the first price after it is not below.
        Assert.Equal(["above 1.09500"], after.Fired.Select(f => f.Alert.InWords));
    }

    [Fact]
    public void Restart_CrashInTheMiddleOfALine_LosesThatLineAlone()
    {
        using (var before = new AlertsBench(recorded, _folder))
        {
            before.Create("""{"symbol":"EURUSD","condition":"above","price":1.095}""");
            before.Create("""{"symbol":"EURUSD","condition":"above","price":1.096}""");
        }

        System.IO.File.AppendAllText(File, """{"Alert":{"AlertId":"alt_half""");
        using var after = new AlertsBench(recorded, _folder);
        after.Create("""{"symbol":"EURUSD","condition":"above","price":1.097}""");

        Assert.Equal(3, after.Call("list_alerts").GetProperty("total").GetInt32());
        Assert.Equal(3, System.IO.File.ReadAllLines(File).Length);
    }

    [Fact]
    public void Add_BeyondTheBound_RefusesWithARemedyAndKeepsNothing()
    {
        using var bench = new AlertsBench(recorded, _folder, new AlertsOptions { MaxActive = 20 });
        for (int i = 0; i < 20; i++)
        {
            bench.Create("""{"symbol":"EURUSD","condition":"above","price":1.095}""");
        }

        long length = new FileInfo(File).Length;
        CapabilityException refusal = Assert.Throws<CapabilityException>(bench.Engine.RequireRoom);
        Assert.Equal((ErrorCode.LimitExceeded, "Delete some with delete_alert, or let them expire."), (refusal.Code, refusal.Remedy));
        Assert.Equal("LIMIT_EXCEEDED", bench.Refusal("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.095}"""));
        Assert.Equal((20, length), (bench.Engine.All.Count, new FileInfo(File).Length));
    }

    [Fact]
    public void File_ManyChanges_IsWrittenAnewAndLosesNothing()
    {
        using (var before = new AlertsBench(recorded, _folder))
        {
            before.Create("""{"symbol":"EURUSD","condition":"crosses","price":1.095,"repeat":true}""");
            for (int i = 0; i < 600; i++)
            {
                before.Tick(1.096, 1.094);
            }
        }

        using var after = new AlertsBench(recorded, _folder);
        Assert.Equal(Alert.KeptFirings, after.Call("list_alerts").GetProperty("alerts")[0].GetProperty("fired").GetArrayLength());
        Assert.InRange(System.IO.File.ReadAllLines(File).Length, 1, 1002);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
