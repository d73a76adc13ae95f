using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Does everything a strategy can do, by the numbers of a seed.</summary>
internal sealed class RandomStrategy(ulong seed) : Strategy
{
    private readonly Xoshiro256 _random = new(seed);

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double away = (1 + _random.Below(80)) / context.Instrument.Scale;
        bool buys = _random.Below(2) == 0;
        SignalAction side = buys ? SignalAction.Buy : SignalAction.Sell;
        Level? stop = _random.Below(3) == 0 ? null : Level.Points(20 + _random.Below(100));
        switch (_random.Below(12))
        {
            case 0:
                context.Emit(new Signal { Action = side, Stop = stop, Target = Level.Points(30 + _random.Below(90)) });
                break;
            case 1:
                context.Emit(new Signal { Action = side, Entry = OrderType.Limit, EntryPrice = buys ? close - away : close + away, Stop = stop });
                break;
            case 2:
                context.Emit(new Signal { Action = side, Entry = OrderType.Stop, EntryPrice = buys ? close + away : close - away, Stop = stop, Expiry = context.Now.AddHours(5) });
                break;
            case 3:
                context.Exit("flat");
                break;
            case 4 when context.Position is { } position:
                context.Emit(new MoveStop(position.Ticket, close - ((int)position.Side * away)));
                break;
            case 5 when context.Position is { } position:
                context.Emit(new ClosePart(position.Ticket, 0.5));
                break;
            case 6 when context.Orders.Count > 0:
                context.Emit(new CancelPending());
                break;
        }
    }
}
