using OpenTrading.Sdk.Trading;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Fills;
using OpenTrading.Simulation.Margin;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Simulation.Matching;

/// <summary>Turns a triggered order or level into a fill: slippage, margin, booking, events.</summary>
internal sealed class Execution(Account account, MarginRules margin, RolloverCalendar calendar)
{
    /// <summary>Fills an order at a price before slippage, or rejects it.</summary>
    /// <returns>The position it opened or enlarged; null when it only closed or was rejected.</returns>
    public SimulatedPosition? Fill(Market market, SimulatedOrder order, int price, bool slips, bool insideBar = false)
    {
        if (!market.Conversion.IsKnown(market))
        {
            account.Reject(order, RejectionReason.ConversionRate);
            return null;
        }

        FillPlan plan;
        if (order.PositionId is { } id)
        {
            if (market.Positions.Find(position => position.Id == id) is not { } target)
            {
                account.Reject(order, RejectionReason.PositionGone);
                return null;
            }

            plan = FillPlan.ForClose(target, order.Steps);
        }
        else
        {
            plan = FillPlan.ForEntry(account.Options.Mode, market, order);
        }

        var beforeDraw = account.Random.State;
        int slippage = slips ? market.Setup.Slippage.Points(market.AverageRange, account.Random) : 0;
        int filled = price + (order.Direction * slippage);
        if (!margin.Allows(market, plan, filled))
        {
            account.Random.State = beforeDraw;
            account.Reject(order, RejectionReason.Margin);
            return null;
        }

        account.End(order);
        var opened = Book(market, plan, order, order.Side, filled, slippage, plan.Reason, insideBar);
        if (order.OcoGroup != 0)
        {
            CancelGroup(order.OcoGroup);
        }

        return opened;
    }

    /// <summary>Closes a whole position at a price before slippage; only stop losses slip.</summary>
    public void Exit(Market market, SimulatedPosition position, int price, FillReason reason, bool insideBar = false)
    {
        int slippage = reason == FillReason.StopLoss ? market.Setup.Slippage.Points(market.AverageRange, account.Random) : 0;
        var plan = FillPlan.ForClose(position, position.Steps);
        var side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        Book(market, plan, null, side, price - (position.Direction * slippage), slippage, reason, insideBar);
    }

    /// <summary>Sets the protective levels; the first stop loss fixes the position's initial risk.</summary>
    public static void Protect(Market market, SimulatedPosition position, int? stopLoss, int? takeProfit)
    {
        position.Protect(stopLoss, takeProfit);
        position.InitialRisk ??= Risk(market, position.Steps, position.Entry, stopLoss);
    }

    private static double? Risk(Market market, long steps, double entry, int? stopLoss) => stopLoss is { } stop
        ? MoneyModel.PointValue(market, steps, Math.Abs(entry - stop), (int)Math.Round(entry))
        : null;

    private SimulatedPosition? Book(
        Market market, in FillPlan plan, SimulatedOrder? order, OrderSide side, int price, int slippage, FillReason reason, bool insideBar)
    {
        long steps = plan.Closed + plan.Opened;
        double commission = account.Money.Commission(market, steps, price);
        double entryCommission = plan.Opened == 0 ? 0 : account.Money.Share(commission, plan.Opened, steps);
        account.Book(-commission);
        account.LastFill++;

        SimulatedTrade trade = default;
        if (plan.Closed > 0)
        {
            trade = Close(market, plan.Target!, plan.Closed, price, account.Money.Sum(commission, -entryCommission), reason, insideBar);
        }

        SimulatedPosition? opened = plan.Opened == 0 ? null : Open(market, plan, order!, price, entryCommission, insideBar);
        var fill = new SimulatedFill
        {
            Sequence = account.LastFill,
            Time = new DateTime(market.Time, DateTimeKind.Utc),
            Instrument = market.Instrument,
            InstrumentIndex = market.Index,
            OrderId = order?.Id ?? 0,
            ClientId = order?.ClientId,
            PositionId = (opened ?? plan.Target!).Id,
            Side = side,
            Steps = steps,
            ClosedSteps = plan.Closed,
            PricePoints = price,
            Reason = reason,
            Commission = commission,
            GrossProfit = trade.GrossProfit,
            SwapRealised = trade.Swap,
            SlippagePoints = slippage,
            SlippageCost = slippage == 0 ? 0 : MoneyModel.PointValue(market, steps, slippage, price),
            SpreadCost = side == OrderSide.Sell || market.Spread == 0 ? 0 : MoneyModel.PointValue(market, steps, market.Spread, price),
            Notional = MoneyModel.Notional(market, steps, price),
        };
        account.Listener.OnFill(fill);
        if (plan.Closed > 0)
        {
            account.Listener.OnTradeClosed(trade);
        }

        return opened;
    }

    private SimulatedTrade Close(
        Market market, SimulatedPosition position, long steps, int price, double commission, FillReason reason, bool insideBar)
    {
        var money = account.Money;
        double gross = money.Profit(market, position, steps, price);
        double swap = money.Share(position.Swap, steps, position.Steps);
        double entryCommission = money.Share(position.EntryCommission, steps, position.Steps);
        double part = (double)steps / position.Steps;
        account.Book(money.Sum(gross, swap));

        double exit = (price - position.Entry) * position.Direction;
        double low = position.Lowest == int.MaxValue ? 0 : (position.Lowest - position.Entry) * position.Direction;
        double high = position.Highest == int.MinValue ? 0 : (position.Highest - position.Entry) * position.Direction;
        var trade = new SimulatedTrade
        {
            PositionId = position.Id,
            ExitSequence = account.LastFill,
            Instrument = market.Instrument,
            InstrumentIndex = market.Index,
            Side = position.Side,
            Steps = steps,
            EntryTime = position.OpenedAt,
            ExitTime = new DateTime(market.Time, DateTimeKind.Utc),
            EntryPoints = position.EntryPoints,
            ExitPoints = price,
            Reason = reason,
            GrossProfit = gross,
            EntryCommission = entryCommission,
            ExitCommission = commission,
            Swap = swap,
            AdversePoints = Math.Min(Math.Min(0, exit), Math.Min(low, high)),
            FavourablePoints = Math.Max(Math.Max(0, exit), Math.Max(low, high)),
            InitialRisk = position.InitialRisk * part,
            StopLossPoints = position.StopLossPoints,
            TakeProfitPoints = position.TakeProfitPoints,
            IsAmbiguous = insideBar && reason is FillReason.StopLoss or FillReason.TakeProfit
                && position.IsCaughtBetween(market.OwnSide(position, market.Low), market.OwnSide(position, market.High)),
        };

        position.Swap = money.Sum(position.Swap, -swap);
        position.EntryCommission = money.Sum(position.EntryCommission, -entryCommission);
        position.Margin -= position.Margin * part;
        position.InitialRisk -= position.InitialRisk * part;
        position.Steps -= steps;
        if (position.Steps == 0)
        {
            account.Remove(position);
        }

        return trade;
    }

    private SimulatedPosition Open(
        Market market, in FillPlan plan, SimulatedOrder order, int price, double commission, bool insideBar)
    {
        bool enlarges = plan is { Target: not null, Closed: 0 };
        SimulatedPosition position = enlarges
            ? plan.Target!
            : new SimulatedPosition(++account.LastPositionId, market.Index, market.Instrument, order.Side, market.Time)
            {
                InsideBar = insideBar ? market.Time : 0,
            };
        if (!enlarges)
        {
            StartSwap(market);
            account.Add(position);
        }

        int? stopLoss = order.Exits.StopLossAt(price, order.Direction) ?? position.StopLossPoints;
        int? takeProfit = order.Exits.TakeProfitAt(price, order.Direction) ?? position.TakeProfitPoints;
        position.InitialRisk += Risk(market, plan.Opened, price, stopLoss);
        if (enlarges)
        {
            position.Add(plan.Opened, price);
        }
        else
        {
            position.Open(plan.Opened, price);
        }

        position.Margin += margin.Required(market, plan.Opened, price);
        position.EntryCommission = account.Money.Sum(position.EntryCommission, commission);
        position.TrailingPoints = order.Exits.TrailingPoints ?? position.TrailingPoints;
        Protect(market, position, stopLoss, takeProfit);
        return position;
    }

    // The next rollover is looked up when the first position opens: a flat instrument needs no calendar.
    private void StartSwap(Market market)
    {
        if (market.BooksSwap && market.Positions.Count == 0)
        {
            market.NextRollover = calendar.NextAfter(new DateTime(market.Time, DateTimeKind.Utc)).Instant.Ticks;
        }
    }

    private void CancelGroup(long group)
    {
        foreach (var order in account.Orders.FindAll(order => order.OcoGroup == group))
        {
            account.Cancel(order, CancellationReason.OneCancelsOther);
        }
    }
}
