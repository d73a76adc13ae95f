using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>Finds out what became of requests, from the expert's journal first, then from what is at the broker. It reads, and sends nothing.</summary>
/// <param name="terminal">The account's terminal.</param>
internal sealed class OutcomeSearch(Terminal terminal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The clocks of terminal and server may differ by minutes.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    /// <summary>What became of a request.</summary>
    /// <exception cref="IOException">The terminal is not connected, or breaks off.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async Task<RequestOutcome> FindAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        Receipt receipt = await AskAsync(request.ClientOrderId, cancellationToken).ConfigureAwait(false);
        if (receipt.IsUnknown)
        {
            return new RequestOutcome(RequestState.Unknown, [], receipt.Reason);
        }

        var sent = new SentRequest(request, receipt.WrittenAt ?? terminal.Book!.Figures.Time);
        List<TradeNote> notes = [TradeNote.Of(request.ClientOrderId, receipt)];
        if (receipt.IsDone && request.Order.Kind is OrderKind.Open or OrderKind.Close)
        {
            DateTime from = (receipt.WrittenAt ?? terminal.Now.AddDays(-1)) - Before;
            notes.AddRange((await DealsAsync(from, cancellationToken).ConfigureAwait(false)).Select(TradeNote.Of));
            sent.Done = receipt;
            if (await EndOfAsync(sent, cancellationToken).ConfigureAwait(false) is { } end)
            {
                notes.Add(end);
            }
        }

        var reading = new TradeReports(new Dictionary<string, SentRequest> { [request.ClientOrderId] = sent }, terminal);
        ExecutionReport[] reports = [.. reading.Read(notes, terminal.Book!).Select(r => r.Report).Where(r => r.ClientOrderId == request.ClientOrderId)];
        RequestState state = receipt.IsDone ? RequestState.Executed : receipt.IsNeverSent ? RequestState.NeverSent : RequestState.Refused;
        return new RequestOutcome(state, reports, receipt.IsDone ? $"the expert's journal: order {receipt.Order}" : $"the expert's journal: {receipt.Reason}");
    }

    /// <summary>Deals since an instant, as reports.</summary>
    /// <exception cref="IOException">The terminal is not connected, or breaks off.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    public async Task<IReadOnlyList<ExecutionReport>> PastAsync(DateTime from, CancellationToken cancellationToken)
    {
        TradeNote[] notes = [.. (await DealsAsync(from, cancellationToken).ConfigureAwait(false)).Select(TradeNote.Of)];
        var reading = new TradeReports(new Dictionary<string, SentRequest>(), terminal);
        return [.. reading.Read(notes, terminal.Book!).Select(r => r.Report)];
    }

    /// <summary>How a pending order ended that does not work any more; null when it still works or was filled.</summary>
    public async Task<TradeNote?> EndOfAsync(SentRequest sent, CancellationToken cancellationToken)
    {
        if (sent is not { Request.Order: { Kind: OrderKind.Open, Type: not OrderType.Market }, Done: { Order: > 0 } done } || terminal.Book?.Orders.Any(o => o.Ticket == done.Order) == true)
        {
            return null;
        }

        DateTime from = (done.WrittenAt ?? terminal.Now.AddDays(-7)) - Before;
        List<OrderRow> ended = await ReadAsync("history_orders", from, OrderRow.Of, cancellationToken).ConfigureAwait(false);
        return ended.Find(o => o.Ticket == done.Order) is { } order && TradeNote.Of(order) is { } end ? end with { ClientOrderId = sent.Request.ClientOrderId } : null;
    }

    private async Task<Receipt> AskAsync(string clientOrderId, CancellationToken cancellationToken)
    {
        using Answer answer = await terminal.Require().AskAsync("outcome", m => m.With("cid", clientOrderId), Patience, cancellationToken).ConfigureAwait(false);
        return Receipt.Of(answer.Body);
    }

    private Task<List<DealRow>> DealsAsync(DateTime from, CancellationToken cancellationToken) => ReadAsync("deals", from, DealRow.Of, cancellationToken);

    private async Task<List<T>> ReadAsync<T>(string op, DateTime from, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        Session session = terminal.Require();
        var rows = new List<T>();
        string cursor = "";
        do
        {
            string at = cursor;
            using Answer answer = (await session.AskAsync(op, m => m.With("from", UnixTime.Of(from)).With("cursor", at), Patience, cancellationToken).ConfigureAwait(false)).Require();
            rows.AddRange(answer.Body.Rows().EnumerateArray().Select(read));
            cursor = answer.Body.TextOr("cursor");
        }
        while (cursor.Length > 0);
        return rows;
    }
}
