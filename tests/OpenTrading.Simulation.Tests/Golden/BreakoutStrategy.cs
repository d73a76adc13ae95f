using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>Case d: a 20-bar breakout whose stop follows the close at twice the average true range.</summary>
internal sealed class BreakoutStrategy(MatchingEngine engine, PointBars bars)
{
    private const int Channel = 20;
    private const int Period = 14;
    private double _atr;
    private double _sum;

    public void OnBar(int i)
    {
        UpdateRange(i);
        if (engine.Positions.Count > 0)
        {
            var position = engine.Positions[0];
            int candidate = StopFor(position.Side, i);
            if ((candidate - position.StopLossPoints!.Value) * (int)position.Side > 0)
            {
                engine.ChangePosition(position.Id, candidate * bars.Instrument.Point, null);
            }

            return;
        }

        if (i < Channel)
        {
            return;
        }

        int close = bars[i].Close;
        var (low, high) = Range(i - Channel, i);
        if (close > high || close < low)
        {
            var side = close > high ? OrderSide.Buy : OrderSide.Sell;
            engine.Place(new OrderTicket { Side = side, Lots = 1, StopLoss = StopFor(side, i) * bars.Instrument.Point });
        }
    }

    private int StopFor(OrderSide side, int i) => (int)Math.Floor(0.5 + (side == OrderSide.Buy
        ? bars[i].Close - (2 * _atr)
        : bars[i].Close + bars[i].Spread + (2 * _atr)));

    private void UpdateRange(int i)
    {
        if (i == 0)
        {
            return;
        }

        int previous = bars[i - 1].Close;
        int range = Math.Max(bars[i].High - bars[i].Low, Math.Max(Math.Abs(bars[i].High - previous), Math.Abs(bars[i].Low - previous)));
        _sum += i <= Period ? range : 0;
        _atr = i <= Period ? _sum / Period : ((_atr * (Period - 1)) + range) / Period;
    }

    private (int Low, int High) Range(int from, int to)
    {
        var (low, high) = (int.MaxValue, int.MinValue);
        for (int i = from; i < to; i++)
        {
            low = Math.Min(low, bars.Low[i]);
            high = Math.Max(high, bars.High[i]);
        }

        return (low, high);
    }
}
