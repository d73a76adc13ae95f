using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Simulation.Matching;

/// <summary>Takes orders, changes and cancels, and holds those that are still on their way to the broker.</summary>
internal sealed class OrderDesk(Account account, MatchingOptions options, RolloverCalendar calendar)
{
    private readonly Queue<(long Due, Action Change)> _underWay = [];
    private readonly long _delay = options.DelayMilliseconds * TimeSpan.TicksPerMillisecond;

    /// <summary>Places a market order that closes a position, wholly or by <paramref name="lots"/>.</summary>
    /// <returns>Number of the order, or 0 when there is no such position.</returns>
    public long Close(long positionId, decimal? lots) => account.Positions.Find(position => position.Id == positionId) is { } position
        ? Place(new OrderTicket
        {
            InstrumentIndex = position.InstrumentIndex,
            Side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy,
            Lots = lots ?? position.Lots,
            PositionId = positionId,
        })
        : 0;

    /// <summary>Whether nothing is on its way to the broker.</summary>
    public bool IsIdle => _underWay.Count == 0;

    public long Place(OrderTicket ticket)
    {
        var market = account.Markets[ticket.InstrumentIndex];
        if (ticket.PositionId is { } id && market.Positions.Find(p => p.Id == id)?.Side == ticket.Side)
        {
            throw new ArgumentException(
                $"{market.Instrument.Symbol}: a {ticket.Side} order cannot close position {id}, which is one too. Close it by the opposite side.");
        }

        long steps = market.Units.Steps(ticket.Lots);
        var order = new SimulatedOrder(++account.LastOrderId, market.Instrument, ticket, steps)
        {
            DueBar = market.StrategyBar + 1 + (ticket.DelayBars ?? options.DelayBars),
            DueTicks = _delay == 0 ? 0 : market.Time + _delay,
            ExpiryTicks = Expiry(market, ticket),
        };
        account.Add(order);

        // A close takes what is left of its position, so only entries answer to the volume limits.
        if (steps <= 0 || (ticket.PositionId is null && (steps < market.Units.Smallest || steps > market.Units.Largest)))
        {
            account.Reject(order, RejectionReason.Volume);
        }

        return order.Id;
    }

    public bool Cancel(long orderId)
    {
        if (Find(orderId) is not { } order)
        {
            return false;
        }

        Send(order.InstrumentIndex, () =>
        {
            if (order.IsWorking)
            {
                account.Cancel(order, CancellationReason.Requested);
            }
        });
        return true;
    }

    public bool ChangeOrder(long orderId, decimal? price, decimal? limitPrice, decimal? stopLoss, decimal? takeProfit)
    {
        if (Find(orderId) is not { IsPending: true } order)
        {
            return false;
        }

        var instrument = order.Instrument;
        int level = PointPrices.FromOrder(instrument, price) ?? order.PricePoints;
        int limit = PointPrices.FromOrder(instrument, limitPrice) ?? order.LimitPoints;
        var exits = new ExitLevels(
            PointPrices.FromOrder(instrument, stopLoss), null, PointPrices.FromOrder(instrument, takeProfit), null, order.Exits.TrailingPoints);
        Send(order.InstrumentIndex, () => (order.PricePoints, order.LimitPoints, order.Exits) = (level, limit, exits));
        return true;
    }

    public bool ChangePosition(long positionId, decimal? stopLoss, decimal? takeProfit, int? trailingPoints)
    {
        if (account.Positions.Find(p => p.Id == positionId) is not { } position)
        {
            return false;
        }

        int? stop = PointPrices.FromOrder(position.Instrument, stopLoss);
        int? target = PointPrices.FromOrder(position.Instrument, takeProfit);
        if (_delay == 0)
        {
            Change(position, stop, target, trailingPoints);
        }
        else
        {
            Send(position.InstrumentIndex, () => Change(position, stop, target, trailingPoints));
        }

        return true;
    }

    /// <summary>Carries out what has reached the broker by the present tick.</summary>
    public void Arrive(Market market)
    {
        while (_underWay.TryPeek(out var next) && next.Due <= market.Time)
        {
            _underWay.Dequeue().Change();
        }
    }

    /// <summary>Removes the pending orders of an instrument whose time has come.</summary>
    public void Expire(Market market)
    {
        int index = 0;
        while (index < market.Orders.Count)
        {
            var order = market.Orders[index];
            if (order.IsPending && order.ExpiryTicks <= market.Time)
            {
                account.Cancel(order, CancellationReason.Expired);
            }
            else
            {
                index++;
            }
        }
    }

    private SimulatedOrder? Find(long orderId) => account.Orders.Find(order => order.Id == orderId);

    private void Change(SimulatedPosition position, int? stopLoss, int? takeProfit, int? trailingPoints)
    {
        position.TrailingPoints = trailingPoints;
        Execution.Protect(account.Markets[position.InstrumentIndex], position, stopLoss, takeProfit);
    }

    private void Send(int instrumentIndex, Action change)
    {
        if (_delay == 0)
        {
            change();
        }
        else
        {
            _underWay.Enqueue((account.Markets[instrumentIndex].Time + _delay, change));
        }
    }

    private long Expiry(Market market, OrderTicket ticket)
    {
        if (ticket.Type == OrderType.Market)
        {
            return SimulatedOrder.Never;
        }

        return ticket.Expiry.IsDay
            ? calendar.NextAfter(new DateTime(market.Now, DateTimeKind.Utc)).Instant.Ticks
            : ticket.Expiry.At?.Ticks ?? SimulatedOrder.Never;
    }
}
