using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Simulation.Rollovers;

/// <summary>Books swap on the open positions of an instrument at each rollover that has passed.</summary>
internal sealed class SwapDesk(Account account, RolloverCalendar calendar)
{
    /// <summary>Books the rollovers up to the present bar or tick, at the last price before it.</summary>
    public void Run(Market market)
    {
        while (market.NextRollover <= market.Time)
        {
            // One tick before its instant, the rollover is the next one.
            var rollover = calendar.NextAfter(new DateTime(market.NextRollover - 1, DateTimeKind.Utc));
            if (rollover.Nights(market.Instrument.TripleSwapDay) is var nights and > 0)
            {
                Book(market, rollover.Instant, nights);
            }

            market.NextRollover = calendar.NextAfter(rollover.Instant).Instant.Ticks;
        }
    }

    private void Book(Market market, DateTime time, int nights)
    {
        foreach (var position in market.Positions)
        {
            double amount = account.Money.Swap(market, position, nights);
            position.Swap = account.Money.Sum(position.Swap, amount);
            account.Listener.OnSwap(new SwapBooking(time, market.Index, position.Id, nights, amount));
        }
    }
}
