using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Tests.Golden;

/// <summary>Case d: a 20-bar breakout whose stop follows the close at twice the average true range.</summary>
internal sealed class BreakoutStrategy(MatchingEngine engine, PointColumns columns)
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
                engine.ChangePosition(position.Id, candidate * columns.Instrument.Point, null);
            }

            return;
        }

        if (i < Channel)
        {
            return;
        }

        int close = columns.Close[i];
        int high = Max(columns.High.Slice(i - Channel, Channel));
        int low = Min(columns.Low.Slice(i - Channel, Channel));
        if (close > high || close < low)
        {
            var side = close > high ? OrderSide.Buy : OrderSide.Sell;
            engine.Place(new OrderTicket { Side = side, Lots = 1, StopLoss = StopFor(side, i) * columns.Instrument.Point });
        }
    }

    private int StopFor(OrderSide side, int i) => (int)Math.Floor(0.5 + (side == OrderSide.Buy
        ? columns.Close[i] - (2 * _atr)
        : columns.Close[i] + columns.Spread[i] + (2 * _atr)));

    private void UpdateRange(int i)
    {
        if (i == 0)
        {
            return;
        }

        int previous = columns.Close[i - 1];
        int range = Math.Max(columns.High[i] - columns.Low[i], Math.Max(Math.Abs(columns.High[i] - previous), Math.Abs(columns.Low[i] - previous)));
        _sum += i <= Period ? range : 0;
        _atr = i <= Period ? _sum / Period : ((_atr * (Period - 1)) + range) / Period;
    }

    private static int Max(ReadOnlySpan<int> values)
    {
        int max = int.MinValue;
        foreach (int value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }

    private static int Min(ReadOnlySpan<int> values)
    {
        int min = int.MaxValue;
        foreach (int value in values)
        {
            min = Math.Min(min, value);
        }

        return min;
    }
}
