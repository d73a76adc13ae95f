using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Resets;

/// <summary>Begins the paper account anew. The book before it is archived, never erased.</summary>
/// <param name="paper">The account.</param>
/// <param name="books">Its books.</param>
/// <param name="trades">Its trades.</param>
/// <param name="journal">Has the reset before anything changes.</param>
public sealed class ResetCapabilities(PaperDesk paper, PaperBooks books, TradeBook trades, IJournal journal)
{
    /// <summary>Begins another book.</summary>
    [Capability("paper_reset", "paper", Effect.Simulate, "POST /paper/reset", Destructive = true, Errors = [ErrorCode.StateConflict])]
    [Description("Begins the paper account anew; the old book is kept. Needs it flat.")]
    public ResetResult PaperReset(
        ICallContext call,
        [StringLength(500)] string reason,
        [Range(1, 1_000_000_000), Description("money of the new book")] decimal capital = 10_000,
        [StringLength(3)] string currency = "USD",
        string? idempotencyKey = null) => paper.Do(desk => Reset(desk, call.Caller.Actor, reason, capital, currency.ToUpperInvariant()));

    private ResetResult Reset(TradingDesk desk, string actor, string reason, decimal capital, string currency)
    {
        Refuse(desk, currency);
        string archived = books.Current?.BookId ?? throw new CapabilityException(ErrorCode.StateConflict, "The first book is not on disk yet", "Try again in a moment.");
        int kept = trades.Newest.Count;
        decimal money = Math.Round(capital, 2, MidpointRounding.ToZero);
        journal.Append(
            actor,
            PaperBooks.ResetType,
            new JournalPayload { ["capital"] = money, ["currency"] = currency, ["reason"] = reason, ["archivedBookId"] = archived },
            Durability.Durable);
        desk.Broker.Reset(money);
        desk.Orders.BeginAnew();
        PriceStamp stamp = paper.Stamp();
        return new ResetResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"A new book with {money} {currency}; {archived} with {kept} trades is archived."),
            Source = stamp.Source,
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            BookId = books.Current.BookId,
            ArchivedBookId = archived,
            ArchivedTrades = kept,
        };
    }

    private static void Refuse(TradingDesk desk, string currency)
    {
        string own = desk.Broker.Snapshot().Account.Currency;
        if (currency != own)
        {
            string fault = $"The account is kept in {own}";
            throw new CapabilityException(
                ErrorCode.ValidationError, $"currency: {fault}", $"Ask for {own}, or start a fresh home with accounts.currency = \"{currency}\".", [new ErrorDetail(["currency"], fault)]);
        }

        int positions = desk.Broker.Positions.Count;
        int waiting = desk.Ledger.All.Count(o => PaperOrderStatuses.Of(o) == PaperOrderStatus.Pending);
        if (positions + waiting > 0)
        {
            throw new CapabilityException(
                ErrorCode.StateConflict, $"{positions} positions are open and {waiting} orders wait", "Close them with paper_close_position positionId=all and paper_cancel_order first.");
        }
    }
}
