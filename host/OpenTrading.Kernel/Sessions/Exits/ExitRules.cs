using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions.Exits;

/// <summary>What the exits of a position ask for at the close of a bar. A pure function: equal bars, equal orders.</summary>
internal static class ExitRules
{
    /// <summary>The orders to propose.</summary>
    /// <param name="exit">What is asked for.</param>
    /// <param name="position">The position now.</param>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="quote">Market now.</param>
    /// <param name="range">Average true range, price units; NaN while it is not known.</param>
    /// <param name="age">Bars closed since it was opened.</param>
    /// <param name="close">When the bar closed, UTC.</param>
    public static IEnumerable<OrderIntent> Orders(ManagedExit exit, Position position, Instrument instrument, Quote quote, double range, int age, DateTime close)
    {
        decimal price = position.Side == OrderSide.Buy ? quote.Bid : quote.Ask;
        if (age >= exit.Plan.MaxBars)
        {
            return [Close(exit, position, quote, position.Volume, ExitKeys.Rest(exit, close), $"exits: {age} bars are over")];
        }

        List<OrderIntent> orders = [];
        decimal left = position.Volume;
        decimal? gain = exit.GainAt(price);
        for (int i = 0; i < exit.Plan.Partial.Count && left > 0; i++)
        {
            PartialExit part = exit.Plan.Partial[i];
            decimal volume = gain >= part.AtR && !exit.Taken.Contains(i) ? VolumeOf(exit, i, left, instrument) : 0;
            if (volume > 0)
            {
                orders.Add(Close(exit, position, quote, volume, ExitKeys.Part(exit, close, i), FormattableString.Invariant($"exits: {part.Pct} % at {part.AtR} R")));
                left -= volume;
            }
        }

        if (left > 0 && StopOf(exit, position, instrument, price, gain, range) is { } stop)
        {
            orders.Add(Order(exit, OrderKind.Modify, position, quote.EntryPrice(position.Side), position.Volume, ExitKeys.Stop(exit, close), "exits: stop follows") with
            {
                Side = position.Side,
                StopLoss = stop,
                TakeProfit = position.TakeProfit,
            });
        }

        return orders;
    }

    // The last of parts that make a whole closes what is left, whatever rounding took from the others.
    private static decimal VolumeOf(ManagedExit exit, int part, decimal left, Instrument instrument)
    {
        bool isRest = exit.Plan.Partial.Sum(p => p.Pct) == 100 && part == exit.Plan.Partial.Count - 1;
        decimal wanted = isRest ? left : Math.Min(left, instrument.FloorVolume(exit.Volume * exit.Plan.Partial[part].Pct / 100));
        decimal rest = left - wanted;
        return rest > 0 && rest < instrument.VolumeMin ? left : wanted;
    }

    // The best of what is asked for; a stop only ever comes nearer.
    private static decimal? StopOf(ManagedExit exit, Position position, Instrument instrument, decimal price, decimal? gain, double range)
    {
        int direction = (int)position.Side;
        decimal? best = null;
        if (gain >= exit.Plan.BreakEvenAtR)
        {
            best = OnGrid(exit.Entry, instrument, direction);
        }

        decimal? distance = exit.Plan.TrailPoints * instrument.Point ?? (exit.Plan.TrailAtr is { } times && double.IsFinite(range) ? instrument.ToPrice((double)times * range) : null);
        if (distance is { } behind && OnGrid(price - (direction * behind), instrument, direction) is var trailing && (best is null || direction * (trailing - best.Value) > 0))
        {
            best = trailing;
        }

        return best is { } stop && (position.StopLoss is not { } old || direction * (stop - old) > 0) ? stop : null;
    }

    // Away from the price: a stop is never nearer than asked for.
    private static decimal OnGrid(decimal price, Instrument instrument, int direction) =>
        (direction > 0 ? Math.Floor(price / instrument.TickSize) : Math.Ceiling(price / instrument.TickSize)) * instrument.TickSize;

    private static OrderIntent Close(ManagedExit exit, Position position, Quote quote, decimal volume, string key, string reason)
    {
        OrderSide side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        return Order(exit, OrderKind.Close, position, quote.EntryPrice(side), volume, key, reason) with { Side = side };
    }

    private static OrderIntent Order(ManagedExit exit, OrderKind kind, Position position, decimal reference, decimal volume, string key, string reason) => new()
    {
        Kind = kind,
        Symbol = position.Symbol,
        Side = position.Side,
        Volume = volume,
        Target = position.Ticket,
        ReferencePrice = reference,
        Proposer = exit.Declarer,
        Reason = reason,
        IdempotencyKey = key,
    };
}
