using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A terminal of a hedging account with 10,000 USD that does with requests what the test says, and keeps its books over lives of the host.</summary>
internal sealed class LinkStub(AccountKind kind = AccountKind.Demo) : IBroker, IBrokerLink
{
    public const string Account = "5001234@Broker-Demo";

    private readonly List<ExecutionReport> _past = [];
    private IExecutionSink? _sink;
    private long _deals = 100;
    private long _tickets = 20;

    public event Action? Changed;

    public string Name => "mt5";

    public List<BrokerRequest> Sent { get; } = [];

    public List<Position> Positions { get; } = [];

    public List<WorkingOrder> Working { get; } = [];

    public Quote Price { get; set; } = Scene.Quote;

    /// <summary>Time at the broker.</summary>
    public DateTime Time { get; set; } = Scene.Now;

    /// <summary>Booked money.</summary>
    public decimal Balance { get; set; } = 10_000m;

    /// <summary>Money held by positions.</summary>
    public decimal Margin { get; set; }

    /// <summary>Gross profit that the next close realises.</summary>
    public decimal Profit { get; set; }

    public bool IsConnected { get; set; } = true;

    /// <summary>What happens to a request.</summary>
    public Fate Next { get; set; } = Fate.Filled;

    /// <summary>What is remembered of a request; null says what happened.</summary>
    public Func<BrokerRequest, RequestOutcome>? Memory { get; set; }

    public BrokerHealth Health => new()
    {
        IsConnected = IsConnected,
        Obstacle = IsConnected ? "" : "the terminal is not connected",
        Silence = IsConnected ? TimeSpan.Zero : null,
        SnapshotAge = TimeSpan.Zero,
        Unknown = 0,
        LatchLevel = Latch,
    };

    /// <summary>Level that the terminal holds by itself.</summary>
    public int Latch { get; set; }

    /// <summary>Highest number of a record that it has seen.</summary>
    public long LatchSeq { get; set; }

    public BrokerSnapshot Snapshot() => new(
        new AccountSnapshot(Account, kind, "USD", AccountMode.Hedging, Balance, Balance + Positions.Sum(p => p.Profit), Margin, 0, Time, Leverage: 100), [.. Positions], [.. Working]);

    public Quote? Quote(string symbol) => symbol == "EURUSD" ? Price : null;

    public void Attach(IExecutionSink sink) => _sink = sink;

    public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        Sent.Add(request);
        switch (Next)
        {
            case Fate.Filled:
                Array.ForEach(Execute(request), Tell);
                return ValueTask.CompletedTask;
            case Fate.Refused:
                Tell(Report(ExecutionKind.Rejected, request, 0, "NO_MONEY"));
                return ValueTask.CompletedTask;
            case Fate.LostAfter:
                // It arrived and filled; the answer did not come back.
                _ = Execute(request);
                return ValueTask.FromException(new IOException("no answer within 10 s"));
            default:
                return ValueTask.FromException(new IOException("the link ended"));
        }
    }

    public ValueTask<RequestOutcome> FindAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        if (Memory is { } says)
        {
            return ValueTask.FromResult(says(request));
        }

        ExecutionReport[] own = [.. _past.Where(r => r.ClientOrderId == request.ClientOrderId)];
        return ValueTask.FromResult(own.Length > 0 ? new RequestOutcome(RequestState.Executed, own, "ea journal") : new RequestOutcome(RequestState.NeverSent, [], "ea journal"));
    }

    public ValueTask<IReadOnlyList<ExecutionReport>> PastAsync(DateTime from, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ExecutionReport>>([.. _past.Where(r => r.Kind is ExecutionKind.Fill or ExecutionKind.Booking && r.Time >= from)]);

    public ValueTask LatchAsync(int level, long seq, CancellationToken cancellationToken)
    {
        (Latch, LatchSeq) = (Math.Max(Latch, level), Math.Max(LatchSeq, seq));
        return ValueTask.CompletedTask;
    }

    public ValueTask RearmAsync(long seq, CancellationToken cancellationToken)
    {
        if (seq <= LatchSeq)
        {
            return ValueTask.FromException(new IOException($"EA_LIMIT: rearm seq {seq} is not above the latch's {LatchSeq}"));
        }

        (Latch, LatchSeq) = (0, seq);
        return ValueTask.CompletedTask;
    }

    /// <summary>Says that the connection ended or is back.</summary>
    public void Change(bool isConnected)
    {
        IsConnected = isConnected;
        Changed?.Invoke();
    }

    /// <summary>Tells the host something.</summary>
    public void Tell(ExecutionReport report) => _sink!.OnReport(report);

    /// <summary>Books money without a trade.</summary>
    /// <param name="isTold">Whether the host hears of it at once; it finds it in the past either way.</param>
    public ExecutionReport Pay(decimal amount, BookingKind kind = BookingKind.Transfer, bool isTold = true)
    {
        Balance += kind == BookingKind.Credit ? 0 : amount;
        var report = new ExecutionReport
        {
            Kind = ExecutionKind.Booking, Time = Time, Symbol = "", DealId = ++_deals, Booking = kind, Amount = amount, Balance = Balance, Reason = kind.ToString(),
        };
        _past.Add(report);
        if (isTold)
        {
            Tell(report);
        }

        return report;
    }

    /// <summary>What a request does to the books, as reports that were not told.</summary>
    public ExecutionReport[] Execute(BrokerRequest request)
    {
        OrderIntent order = request.Order;
        ExecutionReport[] reports;
        if (order.Kind == OrderKind.Open && order.Type == OrderType.Market)
        {
            long ticket = ++_tickets;
            var position = new Position(ticket, order.Symbol, order.Side, order.Volume, Price.EntryPrice(order.Side), Time, order.StopLoss, order.TakeProfit);
            Positions.Add(position);
            reports = [Report(ExecutionKind.Accepted, request, ticket), Deal(request, position, order.Side, order.Volume, closed: 0)];
        }
        else if (order.Kind == OrderKind.Close)
        {
            Position position = Positions.Single(p => p.Ticket == order.Target);
            Positions.Remove(position);
            reports = [Report(ExecutionKind.Accepted, request, position.Ticket), Deal(request, position, order.Side, order.Volume, closed: order.Volume)];
        }
        else
        {
            Working.RemoveAll(o => order.Kind == OrderKind.Cancel && o.Ticket == order.Target);
            reports = [Report(ExecutionKind.Modified, request, order.Target ?? 0)];
        }

        _past.AddRange(reports);
        return reports;
    }

    private ExecutionReport Report(ExecutionKind kind, BrokerRequest request, long ticket, string reason = "") => new()
    {
        Kind = kind, Time = Time, Symbol = request.Order.Symbol, ClientOrderId = request.ClientOrderId, Ticket = ticket, Reason = reason,
    };

    private ExecutionReport Deal(BrokerRequest request, Position position, OrderSide side, decimal lots, decimal closed)
    {
        decimal profit = closed > 0 ? Profit : 0;
        Balance += profit;
        return Report(ExecutionKind.Fill, request, position.Ticket) with
        {
            DealId = ++_deals,
            Fill = new Fill(side, lots, Price.EntryPrice(side), closed > 0 ? FillReason.Close : FillReason.Open, position.Ticket, closed, profit, 0, 0, Balance, position.StopLoss, position.TakeProfit, position.Volume - closed, position.EntryPrice),
        };
    }

    /// <summary>What can happen to a request.</summary>
    internal enum Fate
    {
        Filled,
        Refused,
        LostBefore,
        LostAfter,
    }
}
