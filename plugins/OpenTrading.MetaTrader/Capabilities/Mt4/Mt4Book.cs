using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Capabilities.Mt4;

/// <summary>The book of the paper account that the mt4 tools trade, and how it looks from outside.</summary>
internal static class Mt4Book
{
    /// <summary>Its name.</summary>
    public const string Name = "mt4";

    // Tickets of MT4 have 32 bits; one of paper cannot be mistaken for one of them.
    private const long FirstTicket = 3_000_000_000;

    /// <summary>Ticket of a position or order of a desk, as clients see it.</summary>
    public static long TicketOf(IOrderDesk desk, long ticket) => desk.Access == OrderAccess.Live ? ticket : FirstTicket + ticket;

    /// <summary>The open position of a client's ticket; null when there is none.</summary>
    public static DeskPosition? Find(IOrderDesk desk, long ticket) => desk.Positions(Name).FirstOrDefault(p => TicketOf(desk, p.Position.Ticket) == ticket);

    /// <summary>A position of the paper account as clients see it.</summary>
    /// <param name="held">The position.</param>
    /// <param name="digits">Decimal digits of its prices.</param>
    public static Mt4Position Row(DeskPosition held, int digits)
    {
        Position p = held.Position;
        return new Mt4Position(
            FirstTicket + p.Ticket,
            p.Symbol,
            Sides.Name(p.Side),
            p.Volume.At(2),
            p.EntryPrice.At(digits),
            held.CurrentPrice.At(digits),
            (p.StopLoss ?? 0).At(digits),
            (p.TakeProfit ?? 0).At(digits),
            p.Profit.At(2),
            p.Swap.At(2),
            p.OpenedAt.ToSeconds(),
            p.Magic,
            p.Comment);
    }

    /// <summary>Facts beside an answer.</summary>
    /// <param name="account">Whose money: <c>paper</c>, or the terminal's.</param>
    /// <param name="source">Source of the prices.</param>
    /// <param name="asOf">UTC instant they are of.</param>
    /// <param name="isStale">Whether newer ones should be there by now.</param>
    public static Dictionary<string, string> Facts(string account, string source, DateTime asOf, bool isStale) => new()
    {
        ["account"] = account, ["source"] = source, ["asOf"] = asOf.ToMilliseconds(), ["stale"] = isStale ? "true" : "false",
    };
}
