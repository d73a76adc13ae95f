using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Risk.History;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.History;

/// <summary>
/// What an account has done, for rules that count: told of every step as it is taken, and by the journal of those before a restart, through the same
/// doors. What it holds is bounded.
/// </summary>
/// <threadsafety>Belongs to the account's thread; what <see cref="Now"/> gives out is immutable.</threadsafety>
public sealed class HistoryBook
{
    private const int Kept = 4096;

    private readonly Recent<OrderTrace> _proposed = new(Kept);
    private readonly Recent<OrderTrace> _sent = new(Kept);
    private readonly Recent<OrderTrace> _executed = new(Kept);
    private readonly Recent<TradeResult> _trades = new(Kept);
    private readonly Recent<BrokerRefusal> _refusals = new(Kept);
    private readonly Recent<decimal> _slips = new(64);
    private readonly Recent<(DateTime At, decimal Money, int Open)> _moves = new(Kept);
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<long, OpenTrade> _open = [];
    private readonly DayTally _days = new();
    private AccountHistory? _now;

    /// <summary>Whether fills come from a broker whose execution is worth watching; false where the host simulates them.</summary>
    public bool WatchesFills { get; set; }

    /// <summary>Reference at the first reset of the current week; null before the first.</summary>
    public decimal? WeekReference => _days.Week;

    /// <summary>Highest balance at any reset; 0 before the first.</summary>
    public decimal HighestBalance => _days.HighestBalance;

    /// <summary>Highest equity that was seen; 0 where nobody looks.</summary>
    public decimal HighestEquity { get; private set; }

    /// <summary>Balance after all that was told; null before anything was.</summary>
    public decimal? Balance { get; private set; }

    /// <summary>What the rules see.</summary>
    public AccountHistory Now() => _now ??= new AccountHistory
    {
        Proposed = _proposed.Now,
        Sent = _sent.Now,
        Executed = _executed.Now,
        EntriesToday = _days.Entries,
        Waiting = _waiting.Count == 0 ? AccountHistory.Empty.Waiting : new Dictionary<string, int>(_waiting, StringComparer.Ordinal),
        Trades = _trades.Now,
        Refusals = _refusals.Now,
        Slips = _slips.Now,
        DayProfit = _days.Profit,
        OtherDaysProfit = _days.OtherProfit,
        EntryDays = _days.EntryDays,
        LastEntry = _days.LastEntry,
    };

    /// <summary>An order took a step.</summary>
    internal void Stepped(Order order, OrderState from, OrderState to)
    {
        if (to == OrderState.PreChecked)
        {
            _now = null;
            _proposed.Add(Trace(order, order.ProposedAt));
        }
        else if (to == OrderState.Submitting)
        {
            Sent(order);
        }

        int change = (to == OrderState.AwaitingApproval ? 1 : 0) - (from == OrderState.AwaitingApproval ? 1 : 0);
        if (change != 0)
        {
            _now = null;
            string proposer = order.Intent.Proposer;
            int left = _waiting.GetValueOrDefault(proposer) + change;
            _waiting[proposer] = left;
            if (left <= 0)
            {
                _waiting.Remove(proposer);
            }
        }
    }

    /// <summary>The broker dealt, for an order of the host or by itself.</summary>
    internal void Dealt(ExecutionReport report, Order? order)
    {
        if (report.Fill is not { } fill)
        {
            return;
        }

        _now = null;
        Balance = fill.Balance;
        bool isEntry = order is { Class: OrderClass.Entry };
        if (isEntry)
        {
            _days.Filled(report.Time);
        }

        // The order has booked the fill already: it is the first when there is nothing else.
        if (isEntry && order!.FilledVolume == fill.Volume)
        {
            _executed.Add(Trace(order, report.Time));
        }

        if (isEntry && WatchesFills && order!.SeenPrice is > 0 and { } seen)
        {
            _slips.Add(Math.Max(0, (int)fill.Side * (fill.Price - seen) / seen * 10_000m));
        }

        Trade(report, fill, order);
        Move(report.Time, fill.Profit + fill.Commission + fill.Swap);
    }

    /// <summary>The broker refused a request.</summary>
    internal void Refused(DateTime at, string reason)
    {
        _now = null;
        bool isFlood = reason.Contains("too many requests", StringComparison.OrdinalIgnoreCase);
        _refusals.Add(new BrokerRefusal(at, isFlood ? 5 : 1));
    }

    /// <summary>A trading day began.</summary>
    /// <param name="day">Its reference.</param>
    /// <param name="initialCapital">Initial capital.</param>
    /// <param name="balance">Balance now: what it is off the reference's was gained since the reset.</param>
    internal void DayBegan(DayReference day, decimal initialCapital, decimal balance)
    {
        _now = null;
        Balance = balance;
        _days.Begin(day, initialCapital, balance - day.Balance);
    }

    /// <summary>What was gained and lost since a moment, and whether nothing was open then; null where more happened since than is kept.</summary>
    internal (decimal Gained, bool WasFlat)? Since(DateTime moment)
    {
        IReadOnlyList<(DateTime At, decimal Money, int Open)> moves = _moves.Now;
        if (moves.Count == Kept && moves[0].At >= moment)
        {
            return null;
        }

        return (moves.Where(m => m.At >= moment).Sum(m => m.Money), moves.LastOrDefault(m => m.At < moment, (default, 0, 1)).Open == 0);
    }

    /// <summary>Money was booked without a trade.</summary>
    /// <param name="at">When, UTC.</param>
    /// <param name="gained">What of it is gain or loss.</param>
    /// <param name="shift">What the references of losses move by.</param>
    /// <param name="balance">Balance after it.</param>
    internal void Booked(DateTime at, decimal gained, decimal shift, decimal balance)
    {
        _now = null;
        Balance = balance;
        Move(at, gained);
        _days.Shift(shift, balance);
        HighestEquity = HighestEquity > 0 ? Shifted.Of(HighestEquity, shift, balance) : 0;
    }

    /// <summary>An equity was seen.</summary>
    /// <returns>Whether it is higher than any before.</returns>
    internal bool Saw(decimal equity)
    {
        bool isHigher = equity > HighestEquity;
        HighestEquity = Math.Max(HighestEquity, equity);
        return isHigher;
    }

    /// <summary>An operator has looked at the account and lets it trade.</summary>
    internal void Acknowledged()
    {
        _now = null;
        _executed.Clear();
        _refusals.Clear();
        _slips.Clear();
    }

    /// <summary>The account was given another sum: what it gained and lost before is no concern of the new one.</summary>
    internal void BeginAnew()
    {
        Acknowledged();
        _trades.Clear();
        _open.Clear();
        _moves.Clear();
        _days.Clear();
        HighestEquity = 0;
        Balance = null;
    }

    private void Move(DateTime at, decimal money)
    {
        _moves.Add((at, money, _open.Count));
        _days.Book(money);
    }

    private void Sent(Order order)
    {
        if ((order.Class & (OrderClass.EntryOrRaise | OrderClass.Tighten)) == 0)
        {
            return;
        }

        _now = null;
        _sent.Add(Trace(order, order.SentAt ?? order.ProposedAt));
        _days.Sent(order);
    }

    private void Trade(ExecutionReport report, Fill fill, Order? order)
    {
        decimal opened = fill.Volume - fill.ClosedVolume;
        if (!_open.TryGetValue(fill.PositionTicket, out OpenTrade? trade) && fill.ClosedVolume > 0)
        {
            // What the host did not see open was opened against the side that closes it, at a risk nobody knows.
            trade = new OpenTrade(report.Symbol, fill.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy);
            trade.Enlarge(null, null);
            _open[fill.PositionTicket] = trade;
        }

        decimal money = fill.Profit + fill.Commission + fill.Swap;
        if (fill.ClosedVolume > 0 && (fill.PositionVolume == 0 || opened > 0))
        {
            trade!.Book(money);
            _trades.Add(trade.Close(report));
            _open.Remove(fill.PositionTicket);
            (trade, money) = (null, 0);
        }

        if (opened > 0 && fill.PositionVolume > 0)
        {
            _open[fill.PositionTicket] = trade ??= new OpenTrade(report.Symbol, fill.Side);
            trade.Enlarge(order?.Intent.Proposer, order is { Risk: { } risk, Intent.Volume: > 0 } ? risk * opened / order.Intent.Volume : null);
        }

        trade?.Book(money);
    }

    private static OrderTrace Trace(Order order, DateTime at)
    {
        OrderIntent asked = order.Asked;
        return new OrderTrace(at, asked.Proposer, asked.IdempotencyKey, order.Class, asked.Kind, asked.Symbol, asked.Side, asked.Type, asked.Volume, asked.Target);
    }
}
