using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>
/// What each deal did. The terminal shows positions and balance after all of them; what stood after each single one is reckoned backwards from there.
/// </summary>
internal static class DealFills
{
    /// <summary>Fills of the deals among notes; bookings of money have none.</summary>
    /// <param name="notes">What was told, in order.</param>
    /// <param name="book">Books after the last of them.</param>
    /// <param name="bookings">Balances after bookings of money.</param>
    public static IReadOnlyDictionary<DealRow, Fill> Of(IReadOnlyList<TradeNote> notes, TerminalBook book, out IReadOnlyDictionary<DealRow, decimal> bookings)
    {
        var booked = new Dictionary<DealRow, decimal>(ReferenceEqualityComparer.Instance);
        var fills = new Dictionary<DealRow, Fill>(ReferenceEqualityComparer.Instance);
        var volumes = new Dictionary<long, decimal>();
        decimal balance = book.Figures.Balance;
        foreach (DealRow deal in notes.Reverse().Select(n => n.Deal).OfType<DealRow>())
        {
            if (deal.IsBooking)
            {
                booked[deal] = balance;
                balance -= Bookings.OnBalance(deal);
            }
            else
            {
                PositionRow? position = book.Positions.FirstOrDefault(p => p.Identifier == deal.Position);
                decimal after = volumes.TryGetValue(deal.Position, out decimal known) ? known : position?.Volume ?? 0;
                decimal closed = deal.Entry switch { "in" => 0, "inout" => Math.Max(0, deal.Volume - after), _ => deal.Volume };
                fills[deal] = new Fill(
                    deal.Side,
                    deal.Volume,
                    deal.Price,
                    ReasonOf(deal),
                    position?.Ticket ?? deal.Position,
                    closed,
                    deal.Profit,
                    deal.Commission,
                    deal.Swap,
                    balance,
                    Level(position?.StopLoss),
                    Level(position?.TakeProfit),
                    after,
                    after == 0 ? 0 : position?.Price ?? deal.Price);
                volumes[deal.Position] = deal.Entry switch { "in" => Math.Max(0, after - deal.Volume), "inout" => closed, _ => after + deal.Volume };
                balance -= deal.Profit + deal.Swap + deal.Commission;
            }
        }

        bookings = booked;
        return fills;
    }

    private static decimal? Level(decimal? level) => level is > 0 ? level : null;

    private static FillReason ReasonOf(DealRow deal) => (deal.Entry, deal.Reason) switch
    {
        ("in", _) => FillReason.Open,
        ("inout", _) => FillReason.Reverse,
        (_, "sl") => FillReason.StopLoss,
        (_, "tp") => FillReason.TakeProfit,
        (_, "so") => FillReason.StopOut,
        _ => FillReason.Close,
    };
}
