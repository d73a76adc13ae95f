using OpenTrading.Kernel.Sizing;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Sessions;

/// <summary>Numbers that are none reach neither a vote nor an order.</summary>
public sealed class SignalCheckTests
{
    private static readonly Signal Sound = new() { Action = SignalAction.Buy, Stop = Level.At(1.09) };

    public static TheoryData<string, Signal> Unusable() => new()
    {
        { "its confidence is NaN; it must be 0 to 1", Sound with { Confidence = double.NaN } },
        { "its confidence is -0.1; it must be 0 to 1", Sound with { Confidence = -0.1 } },
        { "its confidence is 1.1; it must be 0 to 1", Sound with { Confidence = 1.1 } },
        { "its stop is NaN; it must be above 0 and below 4000", Sound with { Stop = Level.At(double.NaN) } },
        { "its stop is NaN; it must be above 0 and below 400000000", Sound with { Stop = Level.Points(double.NaN) } },
        { "its stop is -1; it must be above 0 and below 4000", Sound with { Stop = Level.At(-1) } },
        { "its stop is 0; it must be above 0 and below 400000000", Sound with { Stop = Level.Points(0) } },
        { "its target is Infinity; it must be above 0 and below 4000", Sound with { Target = Level.At(double.PositiveInfinity) } },
        { "its entry price is NaN; it must be above 0 and below 4000", Sound with { Entry = OrderType.Limit, EntryPrice = double.NaN } },
        { "its target is 4000; it must be above 0 and below 4000", Sound with { Target = Level.At(4000) } },
        { "its stop is 400000000; it must be above 0 and below 400000000", Sound with { Stop = Level.Points(4e8) } },
        { "its entry is a stop-limit; a signal enters at the market, by a limit or by a stop", Sound with { Entry = OrderType.StopLimit, EntryPrice = 1.1 } },
        { "a pending entry needs a price", Sound with { Entry = OrderType.Stop } },
        { "its action is 9, its entry Market; there are no such", Sound with { Action = (SignalAction)9 } },
        { "its action is Buy, its entry 9; there are no such", Sound with { Entry = (OrderType)9, EntryPrice = 1.1 } },
        { "its expiry is of kind Local; it must be UTC", Sound with { Expiry = new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Local) } },
        { "its reason is no text", Sound with { Reason = null! } },
        { "its reason is no text", Sound with { Reason = "up \ud83d" } },
    };

    // A stop so far away leaves no size; that it lies on the wrong side is what its author must hear.
    [Theory]
    [InlineData(SignalAction.Buy, 2.0, "its stop 2.00000 is above the entry 1.10010 of a buy; it must be below")]
    [InlineData(SignalAction.Sell, 0.5, "its stop 0.50000 is below the entry 1.10000 of a sell; it must be above")]
    [InlineData(SignalAction.Buy, 0.1, "size_below_minimum: 0.001 lots, minimum 0.01")]
    public void OnBar_StopThatLeavesNoSize_SaysWhatIsToBeMended(SignalAction action, double stop, string why)
    {
        var bench = new SessionBench(new PercentRisk(0.01m), ScriptedStrategy.Named("a", (c, _) => c.Emit(new Signal { Action = action, Stop = Level.At(stop) })));

        bench.Run(1.1000);

        Assert.Empty(bench.Orders);
        Assert.Equal([$"strategy:a: {why}"], bench.Skipped);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void OnBar_UnusableSignal_NeverReachesAnOrder(string why, Signal signal)
    {
        SessionBench bench = new SessionBench(AccountMode.Hedging, ("a", (c, _) => c.Emit(signal))).Run(1.1000);

        Assert.Empty(bench.Orders);
        Assert.Equal([$"strategy:a: {why}"], bench.Skipped);
        Assert.Equal(why, bench.Journal.Single("signal.skipped").GetProperty("why").GetString());
    }

    [Fact]
    public void OnBar_UnusableVote_LeavesTheOthersToDecide()
    {
        SessionBench bench = new SessionBench(
            AccountMode.Hedging, ("a", (c, _) => c.Emit(Sound with { Confidence = double.NaN })), ("b", (c, _) => c.Sell("down"))).Run(1.1000);

        Assert.Equal(OrderSide.Sell, Assert.Single(bench.Orders).Intent.Side);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(1.5)]
    public void OnBar_UnusablePart_NeverReachesAnOrder(double fraction)
    {
        SessionBench bench = new SessionBench(AccountMode.Hedging, ("a", (c, _) => c.Emit(new ClosePart(1, fraction)))).Run(1.1000);

        Assert.Empty(bench.Orders);
        Assert.Single(bench.Skipped);
    }

    [Fact]
    public void OnBar_PairedSurrogatesInTheReason_AreText() =>
        Assert.Single(new SessionBench(AccountMode.Hedging, ("a", (c, _) => c.Emit(Sound with { Reason = "up \ud83d\uded1" }))).Run(1.1000).Orders);

    [Fact]
    public void OnBar_NaNStopOfAPosition_NeverReachesAnOrder()
    {
        SessionBench bench = new SessionBench(AccountMode.Hedging, ("a", (c, _) => c.Emit(new MoveStop(1, double.NaN)))).Run(1.1000);

        Assert.Empty(bench.Orders);
        Assert.Single(bench.Skipped);
    }
}
