using System.Text.Json;
using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;

namespace OpenTrading.Alerts.Tests.Capabilities;

public sealed class CreateCapabilitiesTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;

    [Fact]
    public void Create_PriceAlert_IsListedWithItsDistance()
    {
        using var bench = new AlertsBench(recorded, _folder);

        JsonElement made = bench.Call("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.1,"note":"look at it"}""");
        JsonElement listed = bench.Call("list_alerts", """{"symbol":"EURUSD"}""").GetProperty("alerts")[0];

        Assert.Equal(("1.09305", "\"active\"", "\"file:EURUSD\""), (CapabilityBench.At(made, "currentPrice"), CapabilityBench.At(made, "status"), CapabilityBench.At(made, "source")));
        Assert.Equal(("\"above 1.10000\"", "69.5", "\"look at it\""), (CapabilityBench.At(listed, "condition"), CapabilityBench.At(listed, "distancePips"), CapabilityBench.At(listed, "note")));
        Assert.Equal("0", CapabilityBench.At(bench.Call("list_alerts", """{"symbol":"XAUUSD"}"""), "total"));
    }

    [Fact]
    public void Create_PriceThatIsThereAlready_SaysWhatHasToHappen()
    {
        using var bench = new AlertsBench(recorded, _folder);

        Assert.Contains("it has to come back from below first", bench.Call("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.09}""").GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD","condition":"above"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":0}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":-1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1e27}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1.1,"expression":"rsi(14) < 30"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"expression","expression":"rsi(14)"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"expression","expression":"H5: rsi(14) < 30"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"expression","expression":"H4: rsii(14) < 30"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"expression","price":1.1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"touches","price":1.1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1.1,"cooldownS":-1}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1.1,"expiresAt":"2020-01-01T00:00:00Z"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1.1,"webhook":"http://hooks.example/x"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"EURUSD","condition":"above","price":1.1,"webhook":"https://inside.corp/x"}""", "VALIDATION_ERROR")]
    [InlineData("""{"symbol":"NOPE","condition":"above","price":1.1}""", "SYMBOL_UNKNOWN")]
    [InlineData("""{"symbol":"USDCHF","condition":"above","price":1.1}""", "DATA_UNAVAILABLE")]
    [InlineData("""{"symbol":"USDJPY","condition":"expression","expression":"W1: rsi(14) < 30"}""", "INSUFFICIENT_HISTORY")]
    public void Create_BadArgument_RefusesAndMakesNone(string arguments, string code)
    {
        using var bench = new AlertsBench(recorded, _folder);

        Assert.Equal(code, bench.Refusal("create_alert", arguments));
        Assert.Empty(bench.Engine.All);
    }

    [Fact]
    public void Create_WebhookWithoutASecret_Refuses()
    {
        using var bench = new AlertsBench(recorded, _folder);
        Assert.NotEmpty(bench.Create("""{"symbol":"EURUSD","condition":"above","price":1.1,"webhook":"https://hooks.example/x"}"""));

        bench.Context.SecretText = "too short";

        Assert.Equal("VALIDATION_ERROR", bench.Refusal("create_alert", """{"symbol":"EURUSD","condition":"above","price":1.1,"webhook":"https://hooks.example/x"}"""));
    }

    [Fact]
    public void Create_SameKeyTwice_MakesOne()
    {
        using var bench = new AlertsBench(recorded, _folder);
        const string arguments = """{"symbol":"EURUSD","condition":"above","price":1.1,"idempotencyKey":"k1"}""";

        Assert.Equal(bench.Create(arguments), bench.Create(arguments));
        Assert.Single(bench.Engine.All);
        Assert.Equal("CONFLICT", bench.Refusal("create_alert", arguments.Replace("1.1", "1.2", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
