using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Does everything a strategy can do, by the numbers of a seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="inPrices">
/// Whether its levels are prices, each beyond the spread: what a distance is counted from is the one thing in which runs under the rules differ from others.
/// </param>
internal sealed class RandomStrategy(ulong seed, bool inPrices = false) : Strategy
{
    private readonly Xoshiro256 _random = new(seed);

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        double away = ((inPrices ? 20 : 1) + _random.Below(80)) / context.Instrument.Scale;
        bool buys = _random.Below(2) == 0;
        SignalAction side = buys ? SignalAction.Buy : SignalAction.Sell;
        Level? stop = _random.Below(3) == 0 ? null : Away(context, close, buys, 20 + _random.Below(100));
        switch (_random.Below(12))
        {
            case 0:
                context.Emit(new Signal { Action = side, Stop = stop, Target = Away(context, close, !buys, 30 + _random.Below(90)) });
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

    // From the close, also for pending entries, far enough to be on its side of those, too.
    private Level Away(StrategyContext context, double close, bool isBelow, long points) =>
        inPrices ? Level.At(close + ((isBelow ? -1 : 1) * (points + 100) / context.Instrument.Scale)) : Level.Points(points);
}
