using System.Globalization;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>Paper trading against the backtest: the real host on recorded bars as they come, its journal read afterwards.</summary>
public sealed class ParityTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Host_OnTheReplayFeed_TradesOrderByOrderAsTheBacktestOfTheSameBars()
    {
        (await _workspace.ImportAsync(_workspace.Write("bars.csv", BarFile.Waves(240)))).RequireSuccess();
        _workspace.Variables["OPENTRADING__RUN__SOURCE"] = "file";
        _workspace.Variables["OPENTRADING__RUN__SYMBOL"] = "EURUSD";
        _workspace.Variables["OPENTRADING__RUN__TIMEFRAME"] = "H1";
        _workspace.Variables["OPENTRADING__RUN__SPEED"] = "1000000";
        _workspace.Variables["OPENTRADING__RUN__WARMUP_BARS"] = "0";

        JsonElement[] fills =
        [
            .. (await _workspace.RunAsync(
                "backtest", "--symbol", "EURUSD", "--timeframe", "H1", "--strategy", "sma-rsi-baseline", "--strategy", "volatility-breakout",
                "--account", "hedging", "--leverage", "100", "--money-rounding", "currency", "--swap", "instrument", "--json")).RequireSuccess().Json.GetProperty("report").GetProperty("fills").EnumerateArray(),
        ];
        using (RunningHost host = _workspace.Start())
        {
            await host.LineWithAsync("the source has no more bars");
            Outcome end = await host.EndAsync();
            Assert.True(end is { ExitCode: 0, Error: "" }, end.ToString());
        }

        JsonElement[] deals =
        [
            .. File.ReadLines(_workspace.InHome("audit", "audit.jsonl")).Select(line => JsonElement.Parse(line)).Where(r => r.GetProperty("type").GetString() is "order.fill" or "position.deal").Select(r => r.GetProperty("payload")),
        ];
        Assert.NotEmpty(fills);
        Assert.Equal(fills.Select(OfReport), deals.Select(OfJournal));
    }

    private static (string? Time, string? Side, decimal Lots, decimal Price, string? Reason) OfReport(JsonElement fill) => (
        Text(fill, "time"), Text(fill, "side"), fill.GetProperty("lots").GetDecimal(), fill.GetProperty("price").GetDecimal(), Text(fill, "reason"));

    private static (string? Time, string? Side, decimal Lots, decimal Price, string? Reason) OfJournal(JsonElement deal) => (
        Text(deal, "brokerTime"), Text(deal, "side"), Number(deal, "volume"), Number(deal, "price"), Text(deal, "reason"));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static decimal Number(JsonElement of, string name) => decimal.Parse(Text(of, name)!, CultureInfo.InvariantCulture);
}
