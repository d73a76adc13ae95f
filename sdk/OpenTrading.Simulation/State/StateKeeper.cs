using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Rollovers;

namespace OpenTrading.Simulation.State;

/// <summary>Writes an account down and takes it up again.</summary>
internal static class StateKeeper
{
    public static EngineState Capture(Account account)
    {
        var (s0, s1, s2, s3) = account.Random.State;
        return new EngineState
        {
            Balance = account.Balance,
            LastOrderId = account.LastOrderId,
            LastPositionId = account.LastPositionId,
            LastFill = account.LastFill,
            Random = [s0, s1, s2, s3],
            Markets = [.. account.Markets.Select(m => new MarketState(new DateTime(m.Time, DateTimeKind.Utc), m.Close, m.Spread))],
            Positions = [.. account.Positions.Select(Capture)],
            Orders = [.. account.Orders.Select(o => new OrderState(o.Id, o.ToTicket(), o.IsTriggered))],
        };
    }

    public static void Restore(Account account, EngineState state, RolloverCalendar calendar)
    {
        if (state.Markets.Count != account.Markets.Length)
        {
            throw new ArgumentException(
                $"The saved account has {state.Markets.Count} instruments, the engine {account.Markets.Length}. Give the engine the same setups.");
        }

        account.Balance = state.Balance;
        account.LastOrderId = state.LastOrderId;
        account.LastPositionId = state.LastPositionId;
        account.LastFill = state.LastFill;
        account.Random.State = (state.Random[0], state.Random[1], state.Random[2], state.Random[3]);
        for (int i = 0; i < state.Markets.Count; i++)
        {
            var saved = state.Markets[i];
            account.Markets[i].Resume(saved.Time.Ticks, saved.Bid, saved.Spread);
        }

        foreach (var saved in state.Positions)
        {
            var market = account.Markets[saved.InstrumentIndex];
            if (market.Time == 0)
            {
                throw new ArgumentException(
                    $"Position {saved.Id} is open on {market.Instrument.Symbol}, whose last price is not in the saved state. Save time, bid and spread with it.");
            }

            account.Add(Restore(market, saved));
            if (market.BooksSwap)
            {
                market.NextRollover = calendar.NextAfter(new DateTime(market.Time, DateTimeKind.Utc)).Instant.Ticks;
            }
        }

        foreach (var saved in state.Orders)
        {
            account.Add(Restore(account.Markets[saved.Ticket.InstrumentIndex], saved));
        }
    }

    private static PositionState Capture(SimulatedPosition position) => new()
    {
        Id = position.Id,
        InstrumentIndex = position.InstrumentIndex,
        Side = position.Side,
        Lots = position.Lots,
        EntryPoints = position.EntryPoints,
        OpenedAt = position.OpenedAt,
        StopLossPoints = position.StopLossPoints,
        TakeProfitPoints = position.TakeProfitPoints,
        TrailingPoints = position.TrailingPoints,
        Swap = position.Swap,
        EntryCommission = position.EntryCommission,
        Margin = position.Margin,
        InitialRisk = position.InitialRisk,
        LowestPoints = position.Lowest == int.MaxValue ? null : position.Lowest,
        HighestPoints = position.Highest == int.MinValue ? null : position.Highest,
    };

    private static SimulatedPosition Restore(Market market, PositionState saved)
    {
        var position = new SimulatedPosition(saved.Id, saved.InstrumentIndex, market.Instrument, saved.Side, saved.OpenedAt.Ticks)
        {
            TrailingPoints = saved.TrailingPoints,
            Swap = saved.Swap,
            EntryCommission = saved.EntryCommission,
            Margin = saved.Margin,
            InitialRisk = saved.InitialRisk,
            Lowest = saved.LowestPoints ?? int.MaxValue,
            Highest = saved.HighestPoints ?? int.MinValue,
        };
        position.Add(market.Units.Steps(saved.Lots), saved.EntryPoints);
        position.Protect(saved.StopLossPoints, saved.TakeProfitPoints);
        return position;
    }

    private static SimulatedOrder Restore(Market market, OrderState saved) =>
        new(saved.Id, market.Instrument, saved.Ticket, market.Units.Steps(saved.Ticket.Lots))
        {
            IsTriggered = saved.IsTriggered,
            ExpiryTicks = saved.Ticket.Expiry.At?.Ticks ?? SimulatedOrder.Never,
        };
}
