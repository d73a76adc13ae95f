using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Brokers;

/// <summary>
/// What every broker connection promises: each request is answered under its client order id, a deal is told once, a refusal has no effect, and the
/// snapshot agrees with the reports.
/// </summary>
/// <remarks>Every test connects anew and needs a flat account with money, and a market that is open. Use a simulated or demo account: orders of the
/// smallest size are sent.</remarks>
public abstract class BrokerContract
{
    private readonly ReportLog _reports = new();

    /// <summary>What is traded.</summary>
    protected abstract Instrument Instrument { get; }

    /// <summary>A volume the broker must refuse, lots.</summary>
    /// <value>Default: a tenth of the smallest.</value>
    protected virtual decimal RefusedVolume => Instrument.VolumeMin / 10;

    /// <summary>Connects to a flat account that has a quote for the instrument.</summary>
    protected abstract IBroker Connect();

    /// <summary>Called after each request: lets prices and time go on until the broker has answered and an order at the market has filled.</summary>
    protected abstract ValueTask Advance();

    /// <summary>A market order is accepted first, then filled to its volume, all under its client order id.</summary>
    [Fact]
    public async Task Send_MarketOrder_IsAcceptedThenFilled()
    {
        IBroker broker = Attached();

        string id = await Send(broker, Buy(broker)).ConfigureAwait(false);

        ExecutionReport[] own = [.. _reports.Of(id)];
        Check(own.Length >= 2 && own[0].Kind == ExecutionKind.Accepted, "The first report about a market order must be Accepted, under its client order id, and fills must follow.");
        Check(own.Skip(1).All(report => report.Kind == ExecutionKind.Fill), "After Accepted a market order has fills and nothing else.");
        Check(own.Skip(1).Sum(report => report.Fill?.Volume ?? 0) == Instrument.VolumeMin, $"The fills must add up to {Instrument.VolumeMin} lots.");
        Check(own.Skip(1).All(report => report is { Fill: { Side: OrderSide.Buy, Price: > 0, PositionTicket: not 0 }, Ticket: not 0 }), "A fill names side, price, order and position.");
    }

    /// <summary>Deal numbers are there and never repeat; reports come in the order of time.</summary>
    [Fact]
    public async Task Reports_SeveralDeals_ComeOnceAndInOrder()
    {
        IBroker broker = Attached();
        for (int trade = 0; trade < 3; trade++)
        {
            await Send(broker, Buy(broker)).ConfigureAwait(false);
            await CloseAll(broker).ConfigureAwait(false);
        }

        await Advance().ConfigureAwait(false);

        long[] deals = [.. _reports.Fills.Select(report => report.DealId)];
        Check(deals.Length >= 6, "Three purchases and their closes are at least six deals.");
        Check(deals.All(deal => deal != 0), "Every deal has a number; without it the host cannot count a repeated report once.");
        Check(deals.Distinct().Count() == deals.Length, "A deal number came twice. Leave out what the other side sends again, such as after a reconnect.");
        Check(_reports.All.Zip(_reports.All.Skip(1)).All(pair => pair.First.Time <= pair.Second.Time), "Reports go back in time.");
        Check(_reports.All.All(report => report.Symbol == Instrument.Symbol), $"Every report is about {Instrument.Symbol}.");
    }

    /// <summary>A refused order is told once, with a reason, and leaves neither position nor working order.</summary>
    [Fact]
    public async Task Send_RefusedVolume_LeavesNothing()
    {
        IBroker broker = Attached();
        decimal balance = broker.Snapshot().Account.Balance;

        string id = await Send(broker, Buy(broker) with { Volume = RefusedVolume }).ConfigureAwait(false);
        await Advance().ConfigureAwait(false);

        Check(_reports.Of(id) is [{ Kind: ExecutionKind.Rejected, Reason.Length: > 0, Fill: null }], $"{RefusedVolume} lots must be answered by one Rejected with a reason, and nothing else.");
        BrokerSnapshot after = broker.Snapshot();
        Check(after is { Positions.Count: 0, Orders.Count: 0 } && after.Account.Balance == balance, $"A refused order had an effect: {after}.");
    }

    /// <summary>Closing a position that does not exist fills nothing and is told.</summary>
    [Fact]
    public async Task Send_CloseOfAnUnknownPosition_FillsNothing()
    {
        IBroker broker = Attached();

        string id = await Send(broker, Buy(broker) with { Kind = OrderKind.Close, Side = OrderSide.Sell, StopLoss = null, Target = 987_654_321 }).ConfigureAwait(false);

        Check(_reports.Of(id).Any(report => report.Kind is ExecutionKind.Rejected or ExecutionKind.Cancelled), "It must end as Rejected or Cancelled.");
        Check(_reports.Fills.Count == 0 && broker.Snapshot().Positions.Count == 0, "It must fill nothing; a close never opens.");
    }

    /// <summary>After a deal the snapshot shows what its report said.</summary>
    [Fact]
    public async Task Snapshot_AfterTheFill_AgreesWithTheReport()
    {
        IBroker broker = Attached();
        OrderIntent order = Buy(broker);

        await Send(broker, order).ConfigureAwait(false);

        BrokerSnapshot snapshot = broker.Snapshot();
        Check(_reports.Fills.Count > 0, "A market order must fill.");
        Fill last = _reports.Fills[^1].Fill!;
        Check(snapshot.Positions is [{ } held] && held.Ticket == last.PositionTicket, $"The snapshot must show the one position the fill names, {last.PositionTicket}: {snapshot}.");
        Position position = snapshot.Positions[0];
        Check(
            (position.Symbol, position.Side, position.Volume) == (Instrument.Symbol, OrderSide.Buy, last.PositionVolume) && position.EntryPrice == last.PositionPrice,
            $"Position and fill differ: {position}, {last}.");
        Check(position.StopLoss == order.StopLoss && last.StopLoss == order.StopLoss, $"The stop {order.StopLoss} is not in force: {position}, {last}.");
        Check(snapshot.Account.Balance == last.Balance, $"The balance is {snapshot.Account.Balance}; the fill said {last.Balance}.");
        Check(snapshot.Orders.Count == 0, "A filled order works no longer.");
    }

    /// <summary>After a round turn the account is flat, and its balance moved by the profits and costs of the deals.</summary>
    [Fact]
    public async Task Snapshot_AfterTheClose_IsFlatAndBooked()
    {
        IBroker broker = Attached();
        decimal before = broker.Snapshot().Account.Balance;

        await Send(broker, Buy(broker)).ConfigureAwait(false);
        await CloseAll(broker).ConfigureAwait(false);

        BrokerSnapshot snapshot = broker.Snapshot();
        decimal booked = _reports.Fills.Sum(report => report.Fill!.Profit + report.Fill.Commission + report.Fill.Swap);

        // Each deal is rounded to the currency's digits, and so is the balance.
        decimal rounding = (_reports.Fills.Count + 1) * new decimal(1, 0, 0, false, (byte)Currencies.Digits(snapshot.Account.Currency));
        Check(snapshot.Positions.Count == 0, $"A closed position is still there: {snapshot}.");
        Check(Math.Abs(before + booked - snapshot.Account.Balance) <= rounding, $"The balance went from {before} to {snapshot.Account.Balance}; the deals say {booked}.");
        Check(snapshot.Account.Equity == snapshot.Account.Balance + snapshot.Account.Credit, "A flat account's equity is its balance and credit.");
        Check(_reports.Fills[^1].Fill is { PositionVolume: 0, ClosedVolume: > 0 }, "The last fill must say what it closed, and that nothing is left.");
    }

    /// <summary>A pending order is accepted and works; cancelled, it is told under its own id and gone.</summary>
    [Fact]
    public async Task Send_CancelOfAPending_EndsIt()
    {
        IBroker broker = Attached();
        OrderIntent far = Far(broker);

        string id = await Send(broker, far).ConfigureAwait(false);
        Check(_reports.Of(id) is [{ Kind: ExecutionKind.Accepted }], "A pending order away from the market is accepted, and no more.");
        Check(broker.Snapshot() is { Orders.Count: 1, Positions.Count: 0 }, $"One order must work: {broker.Snapshot()}.");
        WorkingOrder working = broker.Snapshot().Orders[0];
        Check(
            (working.Symbol, working.Side, working.Type, working.Volume, working.Price) == (far.Symbol, far.Side, far.Type, far.Volume, far.Price),
            $"The working order is not the one sent: {working}.");
        Check(working.Ticket == _reports.Of(id)[0].Ticket, "Accepted must carry the ticket of the working order.");

        await Send(broker, far with { Kind = OrderKind.Cancel, Target = working.Ticket }).ConfigureAwait(false);

        Check(_reports.Of(id).Count(report => report.Kind == ExecutionKind.Cancelled) == 1, "The pending order must be told Cancelled once, under its own client order id.");
        Check(broker.Snapshot() is { Orders.Count: 0, Positions.Count: 0 } && _reports.Fills.Count == 0, "Nothing must be left of a cancelled order.");
    }

    /// <summary>A moved stop is told as modified and shown.</summary>
    [Fact]
    public async Task Send_Modify_MovesTheStop()
    {
        IBroker broker = Attached();
        OrderIntent order = Buy(broker);
        await Send(broker, order).ConfigureAwait(false);
        Check(broker.Snapshot().Positions.Count == 1, "A market order must open a position.");

        OrderIntent move = order with
        {
            Kind = OrderKind.Modify, Target = broker.Snapshot().Positions[0].Ticket, StopLoss = order.StopLoss - (100 * Instrument.Point),
        };
        string id = await Send(broker, move).ConfigureAwait(false);

        Check(_reports.Of(id) is [{ Kind: ExecutionKind.Modified }], "A modification in force is answered by one Modified.");
        Check(broker.Snapshot().Positions is [{ } position] && position.StopLoss == move.StopLoss, $"The stop must be {move.StopLoss}: {broker.Snapshot()}.");
    }

    /// <summary>A quote has its prices in order and names its source; of a symbol nobody knows there is none.</summary>
    [Fact]
    public void Quote_KnownAndUnknownSymbol_TellsThemApart()
    {
        IBroker broker = Attached();
        Quote quote = Market(broker);

        Assert.False(string.IsNullOrWhiteSpace(broker.Name), "The broker has no name for journals and screens.");
        Check(quote.Symbol == Instrument.Symbol && quote.Bid > 0 && quote.Ask >= quote.Bid && quote.Source.Length > 0, $"Not a sound quote: {quote}.");
        Check(broker.Quote("NO-SUCH-SYMBOL") is null, "A symbol nobody knows has no quote.");
    }

    // 16 characters, and never again: a demo account remembers the runs before.
    private static string NewId() => Guid.NewGuid().ToString("N")[..16];

    private IBroker Attached()
    {
        IBroker broker = Connect();
        broker.Attach(_reports);
        BrokerSnapshot snapshot = broker.Snapshot();
        Check(snapshot is { Positions.Count: 0, Orders.Count: 0, Account.Balance: > 0 }, $"Connect must give a flat account with money: {snapshot}.");
        return broker;
    }

    private async Task<string> Send(IBroker broker, OrderIntent order)
    {
        string id = NewId();
        await broker.SendAsync(new BrokerRequest(id, order), CancellationToken.None).ConfigureAwait(false);
        await Advance().ConfigureAwait(false);
        return id;
    }

    private async Task CloseAll(IBroker broker)
    {
        foreach (Position position in broker.Snapshot().Positions)
        {
            OrderIntent close = Order(broker, OrderKind.Close, OrderSide.Sell) with { Volume = position.Volume, Target = position.Ticket };
            await Send(broker, close).ConfigureAwait(false);
        }
    }

    // Stops a tenth of the price away: the suite is about orders, and no market move may interfere.
    private OrderIntent Buy(IBroker broker) =>
        Order(broker, OrderKind.Open, OrderSide.Buy) with { StopLoss = Instrument.ToPrice((double)Market(broker).Bid * 0.9) };

    private OrderIntent Far(IBroker broker)
    {
        decimal price = Instrument.ToPrice((double)Market(broker).Bid * 0.9);
        return Order(broker, OrderKind.Open, OrderSide.Buy) with { Type = OrderType.Limit, Price = price, ReferencePrice = price };
    }

    private OrderIntent Order(IBroker broker, OrderKind kind, OrderSide side) => new()
    {
        Kind = kind,
        Symbol = Instrument.Symbol,
        Side = side,
        Volume = Instrument.VolumeMin,
        ReferencePrice = Market(broker).EntryPrice(side),
        Proposer = "host",
        Reason = "broker contract",
        IdempotencyKey = NewId(),
    };

    private Quote Market(IBroker broker)
    {
        Quote? quote = broker.Quote(Instrument.Symbol);
        Check(quote is not null, $"Connect must give a broker with a quote for {Instrument.Symbol}.");
        return quote!;
    }

    private void Check(bool holds, string promise) => Assert.True(holds, $"{promise}\nReports:\n{_reports}");
}
