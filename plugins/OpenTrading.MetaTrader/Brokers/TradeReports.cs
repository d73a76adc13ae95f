using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.MetaTrader.Brokers;

/// <summary>Makes the host's reports of what a terminal tells. What it may tell twice, in another order or not at all is straightened here.</summary>
/// <param name="sent">Requests that wait for something, by client order id.</param>
/// <param name="terminal">Whose they are: its mode, and the host's names of its symbols.</param>
/// <threadsafety>The link's turn.</threadsafety>
internal sealed class TradeReports(IDictionary<string, SentRequest> sent, Terminal terminal)
{
    private DateTime _latest;

    /// <summary>Reports of notes.</summary>
    /// <param name="notes">What was told, in order.</param>
    /// <param name="book">Books that show it.</param>
    /// <returns>Reports, each with the request that it is about where there is one.</returns>
    public IReadOnlyList<(ExecutionReport Report, SentRequest? Request)> Read(IReadOnlyList<TradeNote> notes, TerminalBook book)
    {
        var reports = new List<(ExecutionReport, SentRequest?)>();
        IReadOnlyDictionary<DealRow, Fill> fills = DealFills.Of(notes, book, out IReadOnlyDictionary<DealRow, decimal> bookings);
        foreach (TradeNote note in notes)
        {
            SentRequest? request = note.ClientOrderId.Length > 0 && sent.TryGetValue(note.ClientOrderId, out SentRequest? known) ? known : null;
            ExecutionReport? report = note switch
            {
                { Receipt: { } receipt } => request is null ? null : OfAnswer(request, receipt),
                { Deal: { } deal } => fills.TryGetValue(deal, out Fill? fill) ? OfDeal(deal, fill, ref request) : Bookings.Report(deal, bookings[deal]),
                _ => OfOrder(note, request),
            };
            if (report is not null)
            {
                reports.Add((report, request));
            }

            if (request is not null && Rest(request, book) is { } rest)
            {
                reports.Add((rest, request));
            }
        }

        return reports;
    }

    /// <summary>The report that refuses a request.</summary>
    public static ExecutionReport Refused(BrokerRequest request, string reason, DateTime time) => new()
    {
        Kind = ExecutionKind.Rejected, Time = time, Symbol = request.Order.Symbol, ClientOrderId = request.ClientOrderId, Ticket = request.Order.Target ?? 0, Reason = reason,
    };

    private ExecutionReport? OfAnswer(SentRequest request, Receipt receipt)
    {
        OrderIntent order = request.Request.Order;
        if (!receipt.IsDone)
        {
            sent.Remove(request.Request.ClientOrderId);
            request.IsTold = true;
            return Refused(request.Request, receipt.Reason, At(request.SentAt));
        }

        request.Done = receipt;
        if (order.Kind is OrderKind.Modify or OrderKind.Cancel)
        {
            sent.Remove(request.Request.ClientOrderId);
            request.IsTold = true;
            return Report(ExecutionKind.Modified, request, order.Target ?? 0, request.SentAt);
        }

        return Accepted(request, receipt.Order);
    }

    // A deal that was told first has said more than an acceptance could.
    private ExecutionReport? Accepted(SentRequest request, long ticket)
    {
        if (request.IsTold)
        {
            return null;
        }

        request.IsTold = true;
        return Report(ExecutionKind.Accepted, request, ticket, request.SentAt);
    }

    private ExecutionReport OfDeal(DealRow deal, Fill fill, ref SentRequest? request)
    {
        // Some brokers copy the comment of the opening order to whatever closes the position. A level, a stop-out or a hand is no order of this host.
        bool isOrdered = deal.ClientOrderId.Length > 0 && deal.Reason is not ("sl" or "tp" or "so" or "client" or "mobile" or "web")
            && !(terminal.Hello.IsHedging && request?.Request.Order.Kind == OrderKind.Open && fill.Reason == FillReason.Close);
        if (!isOrdered)
        {
            request = null;
        }

        if (request is not null)
        {
            request.IsTold = true;
            request.Filled += deal.Volume;
        }

        _latest = deal.Time > _latest ? deal.Time : _latest;
        return new ExecutionReport
        {
            Kind = ExecutionKind.Fill,
            Time = deal.Time,
            Symbol = terminal.Symbols.InstrumentOf(deal.Symbol),
            ClientOrderId = isOrdered ? deal.ClientOrderId : null,
            Ticket = deal.Order > 0 ? deal.Order : deal.Position,
            DealId = deal.Deal,
            Fill = fill,
        };
    }

    private ExecutionReport? OfOrder(TradeNote note, SentRequest? request)
    {
        if (note.ClientOrderId.Length == 0)
        {
            return null;
        }

        if (note.Kind == "order_placed")
        {
            return request?.Request.Order is { Kind: OrderKind.Open, Type: not OrderType.Market } ? Accepted(request, note.Ticket) : null;
        }

        ExecutionKind? kind = note.Kind switch
        {
            "order_canceled" => ExecutionKind.Cancelled,
            "order_expired" => ExecutionKind.Expired,
            "order_rejected" => request is { IsTold: false } ? ExecutionKind.Rejected : ExecutionKind.Cancelled,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        if (request is not null)
        {
            request.IsTold = true;
            sent.Remove(note.ClientOrderId);
        }

        return new ExecutionReport
        {
            Kind = kind.Value,
            Time = At(note.Time),
            Symbol = terminal.Symbols.InstrumentOf(note.Symbol),
            ClientOrderId = note.ClientOrderId,
            Ticket = note.Ticket,
            Reason = note.Kind switch { "order_canceled" => "cancelled at the broker", "order_expired" => "expired", _ => "the broker ended it" },
        };
    }

    // What the market had no more of is gone with a market order; of a pending one it goes on working.
    private ExecutionReport? Rest(SentRequest request, TerminalBook book)
    {
        OrderIntent order = request.Request.Order;
        if (request.Filled >= order.Volume)
        {
            sent.Remove(request.Request.ClientOrderId);
            return null;
        }

        if (request.Done is not { IsPartial: true } done || request.Filled < done.Volume || book.Orders.Any(o => o.Ticket == done.Order)
            || !sent.Remove(request.Request.ClientOrderId))
        {
            return null;
        }

        return Report(ExecutionKind.Cancelled, request, done.Order, book.Figures.Time) with { Reason = "filled in part; the broker cancelled the rest" };
    }

    private ExecutionReport Report(ExecutionKind kind, SentRequest request, long ticket, DateTime time) => new()
    {
        Kind = kind, Time = At(time), Symbol = request.Request.Order.Symbol, ClientOrderId = request.Request.ClientOrderId, Ticket = ticket,
    };

    // An answer has no time of its own; a report never lies before one that went out already.
    private DateTime At(DateTime time) => _latest = time > _latest ? time : _latest;
}
