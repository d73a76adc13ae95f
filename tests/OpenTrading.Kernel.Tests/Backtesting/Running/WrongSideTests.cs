using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Risk.Orders;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Costs;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>A stop or target on the wrong side of the market is no order: refused, counted, told with its prices. The market stands at 1.10000 / 1.10020.</summary>
public sealed class WrongSideTests
{
    private const int Bars = 40;
    private static readonly DateTime Start = new(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The ways through a backtest.</summary>
    public enum Way
    {
        Tight,
        General,
        Gated,
    }

    public static TheoryData<Way, string> Misplaced()
    {
        var data = new TheoryData<Way, string>();
        foreach (Way way in Enum.GetValues<Way>())
        {
            foreach (string name in Wrong.Keys)
            {
                data.Add(way, name);
            }
        }

        return data;
    }

    private static readonly Dictionary<string, (Signal Signal, string Fault)> Wrong = new()
    {
        ["stop of a buy at the bid"] = (Buy with { Stop = Level.At(1.1) }, "the stop 1.10000 of a buy must lie below 1.10000"),
        ["stop of a buy far above"] = (Buy with { Stop = Level.At(1.2) }, "the stop 1.20000 of a buy must lie below 1.10000"),
        ["target of a buy at the ask"] = (Buy with { Target = Level.At(1.1002) }, "the target 1.10020 of a buy must lie above 1.10020"),
        ["stop of a sell at the ask"] = (Sell with { Stop = Level.At(1.1002) }, "the stop 1.10020 of a sell must lie above 1.10020"),
        ["target of a sell at the bid"] = (Sell with { Target = Level.At(1.1) }, "the target 1.10000 of a sell must lie below 1.10000"),
        ["stop of a limit above its price"] = (Buy with { Entry = OrderType.Limit, EntryPrice = 1.05, Stop = Level.At(1.06) }, "the stop 1.06000 of a buy must lie below 1.05000"),
        ["target of a stop entry before its price"] = (Sell with { Entry = OrderType.Stop, EntryPrice = 1.05, Target = Level.At(1.08) }, "the target 1.08000 of a sell must lie below 1.05000"),
    };

    private static Signal Buy => new() { Action = SignalAction.Buy, Confidence = 1, Reason = "test" };

    private static Signal Sell => Buy with { Action = SignalAction.Sell };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public void Run_LevelOnTheWrongSide_IsRefusedAndCounted(Way way, string name)
    {
        (Signal signal, string fault) = Wrong[name];

        BacktestResult result = Run(way, (context, bar) =>
        {
            if (bar is 9 or 10 or 12)
            {
                context.Emit(signal);
            }
        });

        Assert.Empty(result.Record.Fills);
        Assert.Equal(0, result.Events.Cancelled);
        Assert.Equal(3, result.Events.Rejected);
        ReasonCount refused = Assert.Single(result.Refused);
        Assert.Equal((way == Way.Gated ? "risk rule sl_tp_side" : "a stop or target on the wrong side", 3, Start.AddMinutes(9)), (refused.Reason, refused.Count, refused.First));
        Assert.Equal([9, 10, 12], result.Rejections.Select(r => (int)(r.Time - Start).TotalMinutes));
        Assert.Equal(("EURUSD", signal.Action == SignalAction.Buy ? OrderSide.Buy : OrderSide.Sell, 0.5m), (result.Rejections[0].Symbol, result.Rejections[0].Side, result.Rejections[0].Lots));
        if (way != Way.Gated)
        {
            Assert.Equal(fault, result.Rejections[0].Detail);
            Assert.EndsWith($"EURUSD {(signal.Action == SignalAction.Buy ? "buy" : "sell")} 0.50 lots: {fault}", refused.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Way.Tight)]
    [InlineData(Way.General)]
    [InlineData(Way.Gated)]
    public void Run_LevelsAPointInside_Pass(Way way)
    {
        BacktestResult result = Run(way, (context, bar) =>
        {
            if (bar == 9)
            {
                context.Emit(Buy with { Stop = Level.At(1.09999), Target = Level.At(1.10021) });
            }
        });

        Assert.Empty(result.Refused);
        Assert.Equal(Start.AddMinutes(10), Assert.Single(result.Record.Fills).Time);
    }

    [Theory]
    [InlineData(Way.Tight)]
    [InlineData(Way.General)]
    public void Run_StopMovedBeyondTheMarket_IsRefusedAndTheOldOneStands(Way way)
    {
        decimal? stop = null;
        BacktestResult result = Run(way, (context, bar) =>
        {
            switch (bar)
            {
                case 9:
                    context.Emit(Buy with { Stop = Level.At(1.09) });
                    break;
                case 15:
                    context.Emit(new MoveStop(context.Position!.Ticket, 1.15));
                    break;
                case 20:
                    stop = context.Position?.StopLoss;
                    break;
                default:
                    break;
            }
        });

        Assert.Equal(1.09m, stop);
        Assert.Single(result.Record.Fills);
        Assert.Equal(("the stop 1.15000 of a buy must lie below 1.10000", Start.AddMinutes(15)), Assert.Single(result.Rejections) is var refused ? (refused.Detail, refused.Time) : default);
    }

    [Theory]
    [InlineData(Way.Tight)]
    [InlineData(Way.General)]
    [InlineData(Way.Gated)]
    public void Run_RefusedReversal_LeavesThePositionAsItIs(Way way)
    {
        BacktestResult result = Run(way, (context, bar) =>
        {
            if (bar == 9)
            {
                context.Emit(Buy);
            }
            else if (bar == 15)
            {
                context.Emit(Sell with { Stop = Level.At(1.05) });
            }
        });

        Assert.Equal(OrderSide.Buy, Assert.Single(result.Record.Fills).Side);
        Assert.Equal((OrderSide.Sell, 1m), Assert.Single(result.Rejections) is var refused ? (refused.Side, refused.Lots) : default);
    }

    private static BacktestResult Run(Way way, Action<StrategyContext, long> act)
    {
        BarSeries bars = BarSeries.From("EURUSD", Timeframe.M1, "test", [.. Enumerable.Range(0, Bars).Select(i => new Bar(Start.AddMinutes(i), 1.1, 1.10001, 1.1, 1.1, 1, 0.0002))]);
        BacktestSetup setup = RunBench.Setup(
            bars, RunBench.Eurusd, new AccountOptions { InitialCash = 10_000, Mode = AccountMode.Netting }, new ScriptedStrategy(act), "lots:0.5", SpreadModel.Recorded);
        return new Backtest(way == Way.Gated ? setup.Under(new StopSideRule()) : setup, alwaysGeneral: way == Way.General).Run();
    }
}
