using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Strategies.Classic.Tests;

public class VolatilityBreakoutTests
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void OnBar_WideCloseAboveTheChannel_Buys()
    {
        Bench bench = Run(Quiet(6), Bar(6, low: 1.0995, high: 1.1030, close: 1.1028));

        Signal signal = Assert.Single(bench.Signals).Signal;
        Assert.Equal(SignalAction.Buy, signal.Action);

        // The usual range is 0.0010: the stop 1.5 of it below the close, the target 3 of it above.
        Assert.Equal(1.1028 - 0.0015, signal.Stop!.Value.Value, 10);
        Assert.Equal(1.1028 + 0.0030, signal.Target!.Value.Value, 10);
        Assert.Equal(0.75, signal.Confidence, 10);
    }

    [Fact]
    public void OnBar_WideCloseBelowTheChannel_Sells() =>
        Assert.Equal(SignalAction.Sell, Assert.Single(Run(Quiet(6), Bar(6, low: 1.0970, high: 1.1005, close: 1.0972)).Signals).Signal.Action);

    [Fact]
    public void OnBar_NarrowBar_IsNoBreakout() => Assert.Empty(Run(Quiet(6), Bar(6, low: 1.1000, high: 1.1007, close: 1.1007)).Signals);

    [Fact]
    public void OnBar_WideBarThatClosesInside_IsNoBreakout() => Assert.Empty(Run(Quiet(6), Bar(6, low: 1.0980, high: 1.1020, close: 1.1000)).Signals);

    [Fact]
    public void OnBar_WithAnOpenPosition_Waits()
    {
        var bench = new Bench(Strategy()) { Positions = [new Position(1, "EURUSD", OrderSide.Buy, 0.1m, 1.1m, Start)] };

        bench.Feed([.. Quiet(6), Bar(6, low: 1.0995, high: 1.1030, close: 1.1028)]);

        Assert.Empty(bench.Signals);
    }

    private static VolatilityBreakout Strategy() => new(lookback: 4, atr: 3);

    private static Bench Run(IEnumerable<Bar> quiet, Bar last) => new Bench(Strategy()).Feed([.. quiet, last]);

    private static IEnumerable<Bar> Quiet(int bars) => Enumerable.Range(0, bars).Select(i => Bar(i, low: 1.0995, high: 1.1005, close: 1.1000));

    private static Bar Bar(int hour, double low, double high, double close) => new(Start.AddHours(hour), 1.1000, high, low, close);
}
