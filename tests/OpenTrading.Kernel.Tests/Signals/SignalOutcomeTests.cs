using System.Text.Json;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;
using static OpenTrading.Kernel.Tests.Support.CapabilityBench;

namespace OpenTrading.Kernel.Tests.Signals;

/// <summary>What became of signals on the bars after them, and what that says of their makers.</summary>
public sealed class SignalOutcomeTests : IDisposable
{
    private readonly SignalBench _bench = new(typeof(HourlyStrategy));

    [Fact]
    public void List_RisingMarket_BuysReachTheirTargetAndSalesTheirStop()
    {
        _bench.Market.Clock.Now = MarketBench.Start.AddHours(20.5);
        _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly"}""");
        _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":-1}}""");
        Assert.Equal("\"open\"", At(_bench.Call("list_signals"), "signals.0.outcome.state"));

        _bench.Market.Clock.Now = MarketBench.Start.AddHours(48.5);
        JsonElement signals = _bench.Call("list_signals");

        // Hour 19 closed at 1.10195. The buy at 1.10205 has its target 100 points above, which the high of hour 29 is the first to reach.
        Assert.Equal(("\"target\"", "1", "\"2024-01-09T05:00:00.000Z\""), (At(signals, "signals.1.outcome.state"), At(signals, "signals.1.outcome.r"), At(signals, "signals.1.outcome.endedAt")));

        // The sale at 1.10195 has its stop at 1.10295; with a spread of 10 points, and 40 at 21:00, the ask reaches it at hour 27.
        Assert.Equal(("\"stop\"", "-1", "\"2024-01-09T03:00:00.000Z\""), (At(signals, "signals.0.outcome.state"), At(signals, "signals.0.outcome.r"), At(signals, "signals.0.outcome.endedAt")));
    }

    [Theory]
    [InlineData("""{"symbol":"EURUSD"}""", 2)]
    [InlineData("""{"symbol":"GBPUSD"}""", 0)]
    [InlineData("""{"strategyId":"hourly"}""", 2)]
    [InlineData("""{"strategyId":"other"}""", 0)]
    [InlineData("""{"from":"2024-01-09T12:00:00Z"}""", 1)]
    [InlineData("""{"to":"2024-01-09T12:00:00Z"}""", 1)]
    public void List_Filter_Counts(string arguments, int total)
    {
        foreach (int hour in (int[])[20, 40])
        {
            _bench.Market.Clock.Now = MarketBench.Start.AddHours(hour + 0.5);
            _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly"}""");
        }

        Assert.Equal(total, _bench.Call("list_signals", arguments).GetProperty("total").GetInt32());
    }

    [Fact]
    public void Evaluate_EndedSignals_AreJudgedByWhatFollowed()
    {
        for (int hour = 13; hour < 28; hour++)
        {
            _bench.Market.Clock.Now = MarketBench.Start.AddHours(hour + 0.5);
            _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"confidence":0.8}}""");
            if (hour % 3 == 0)
            {
                _bench.Call("generate_signal", """{"symbol":"EURUSD","strategyId":"hourly","parameters":{"side":-1,"confidence":0.3}}""");
            }
        }

        _bench.Market.Clock.Now = MarketBench.Start.AddHours(48.5);
        JsonElement judged = _bench.Call("evaluate_signals", """{"strategyId":"hourly"}""");

        // Fifteen buys that all won one risk, five sales that all lost it; the hour of the wide spread opened half a pip beyond the stop of one.
        Assert.Equal(("20", "75", "0.4975", "0.4975"), (At(judged, "n"), At(judged, "winPct"), At(judged, "expectancyR"), At(judged, "avgR")));
        Assert.Equal("""[{"bucket":"0.2-0.4","n":5,"predicted":0.3,"actual":0},{"bucket":"0.8-1.0","n":15,"predicted":0.8,"actual":1}]""", At(judged, "calibration"));
        Assert.Equal(0.25 * 0.09 + 0.75 * 0.04, judged.GetProperty("brier").GetDouble(), 1e-9);
        Assert.Equal(("0.9934", "\"file:EURUSD\""), (At(judged, "rankCorrelation"), At(judged, "source")));
        Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("evaluate_signals", """{"kind":"opportunity"}"""));
        Assert.Equal("INSUFFICIENT_HISTORY", _bench.Refusal("evaluate_signals", """{"symbol":"GBPUSD"}"""));
    }

    /// <summary>A buy at 100 with its stop at 98 and its target at 104, on bars that a test makes.</summary>
    [Theory]
    [InlineData("99,105,99,104", "Target", 2)]
    [InlineData("100,101,97,99", "Stop", -1)]
    [InlineData("100,105,97,100", "Stop", -1)]
    [InlineData("96,99,95,97", "Stop", -2)]
    [InlineData("106,107,105,106", "Target", 2)]
    [InlineData("100,101,99,101", "Open", 0.5)]
    public void Of_OneBar_StopsFirstAndGapsCount(string bar, string state, double r)
    {
        SignalOutcome outcome = SignalOutcome.Of(Signal(OrderSide.Buy, 100, 98, 104), Scene.EurUsd with { Digits = 2 }, Series(bar), 0);

        Assert.Equal((Enum.Parse<OutcomeState>(state), r), (outcome.State, outcome.R));
    }

    [Fact]
    public void Of_PendingEntry_WaitsForItsPrice()
    {
        RecordedSignal limit = Signal(OrderSide.Buy, 95, 93, 99) with { EntryType = OrderType.Limit };
        RecordedSignal stop = Signal(OrderSide.Sell, 99, 101, 95) with { EntryType = OrderType.Stop };

        Assert.Equal(OutcomeState.Open, Of(limit, "100,101,99,100").State);
        Assert.Null(Of(limit, "100,101,99,100").R);
        Assert.Equal((OutcomeState.Target, 2), (Of(limit, "100,101,95,96", "96,100,96,99").State, Of(limit, "100,101,95,96", "96,100,96,99").R));
        Assert.Equal(OutcomeState.Target, Of(stop, "100,100.5,98.5,98.5", "98,98,95,96").State);
        Assert.Equal(OutcomeState.Unfilled, Of(limit, [.. Enumerable.Repeat("100,101,99,100", SignalOutcome.Horizon)]).State);
        Assert.Equal((OutcomeState.Expired, 0.5), (Of(Signal(OrderSide.Buy, 100, 98, 110), [.. Enumerable.Repeat("100,101,99,101", SignalOutcome.Horizon + 5)]).State, Of(Signal(OrderSide.Buy, 100, 98, 110), [.. Enumerable.Repeat("100,101,99,101", SignalOutcome.Horizon)]).R));
    }

    public void Dispose() => _bench.Dispose();

    private static SignalOutcome Of(RecordedSignal signal, params string[] bars) => SignalOutcome.Of(signal, Scene.EurUsd with { Digits = 2 }, Series(bars), 0);

    private static RecordedSignal Signal(OrderSide side, decimal entry, decimal stop, decimal target) => new()
    {
        SignalId = "sig_1",
        Time = MarketBench.Start,
        Kind = SignalKind.Signal,
        Symbol = "EURUSD",
        Source = "test",
        Timeframe = Timeframe.H1,
        StrategyId = "s",
        BarTime = MarketBench.Start,
        Side = side,
        Entry = entry,
        StopLoss = stop,
        TakeProfit = target,
    };

    private static BarSeries Series(params string[] bars) => BarSeries.From("EURUSD", Timeframe.H1, "test", [.. bars.Select((text, i) =>
    {
        double[] p = [.. text.Split(',').Select(t => double.Parse(t, null))];
        return new Bar(MarketBench.Start.AddHours(1 + i), p[0], p[1], p[2], p[3], 1, 0);
    })]);
}
