using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Backtesting.Running;

/// <summary>Golden case d: a 20-bar breakout whose stop follows the close at twice the average true range, counted in points.</summary>
internal sealed class BreakoutStrategy : Strategy
{
    private const int Channel = 20;
    private const int Period = 14;
    private double _atr;
    private double _sum;

    public override void OnBar(StrategyContext context)
    {
        UpdateRange(context);
        if (context.Position is { } position)
        {
            double candidate = StopFor(context, position.Side);
            if ((candidate - (double)position.StopLoss!.Value) * (int)position.Side > 1e-9)
            {
                context.Emit(new MoveStop(position.Ticket, candidate));
            }

            return;
        }

        if (context.BarsSeen <= Channel)
        {
            return;
        }

        (double high, double low) = (double.MinValue, double.MaxValue);
        for (int ago = 1; ago <= Channel; ago++)
        {
            high = Math.Max(high, context[ago].High);
            low = Math.Min(low, context[ago].Low);
        }

        if (context.Bar.Close > high)
        {
            context.Buy("above the channel", stop: Level.At(StopFor(context, OrderSide.Buy)));
        }
        else if (context.Bar.Close < low)
        {
            context.Sell("below the channel", stop: Level.At(StopFor(context, OrderSide.Sell)));
        }
    }

    private double StopFor(StrategyContext context, OrderSide side)
    {
        long close = context.Instrument.ToPoints(context.Bar.Close);
        long spread = context.Instrument.ToPoints(context.Bar.Spread);
        double level = side == OrderSide.Buy ? close - (2 * _atr) : close + spread + (2 * _atr);
        return Math.Floor(level + 0.5) / context.Instrument.Scale;
    }

    private void UpdateRange(StrategyContext context)
    {
        if (context.BarsSeen < 2)
        {
            return;
        }

        long high = context.Instrument.ToPoints(context.Bar.High);
        long low = context.Instrument.ToPoints(context.Bar.Low);
        long previous = context.Instrument.ToPoints(context[1].Close);
        long range = Math.Max(high - low, Math.Max(Math.Abs(high - previous), Math.Abs(low - previous)));
        long i = context.BarsSeen - 1;
        _sum += i <= Period ? range : 0;
        _atr = i <= Period ? _sum / Period : ((_atr * (Period - 1)) + range) / Period;
    }
}
