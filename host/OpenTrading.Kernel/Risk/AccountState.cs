using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk;

/// <summary>
/// What the journal knows about an account beyond its orders: trading state, initial capital, references of day and week. References are taken only from a
/// balance that the journal explains, so that what is told afterwards is in none of them; and what was paid in and out since moves them.
/// </summary>
/// <param name="journal">The record.</param>
/// <param name="settings">When a day resets, and what is measured from.</param>
/// <param name="kill">The emergency stop.</param>
/// <param name="ledger">Orders of the account.</param>
/// <param name="clock">Tells how long a balance has not been explained; null for an account on which nothing happens untold.</param>
public sealed class AccountState(IJournal journal, RiskSettings settings, IKillLevel kill, OrderLedger ledger, TimeProvider? clock = null)
{
    // By then deals of the past were asked for twice, and what they do not tell nobody will.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A new high is worth a record when it moves a floor by more than this part of the capital; below that a crash costs nothing that matters.
    private const decimal WorthRecording = 0.0001m;

    // Longer than any rule looks back: a week and its first reset are within.
    private const int MostMissed = 31;

    private DateTime _nextReset = DateTime.MinValue;
    private long? _unexplainedSince;
    private bool _isDoubtful;
    private bool _isDue;
    private decimal _recordedHigh = ledger.History.HighestEquity;

    /// <summary>State of the account. Reduce-only at best once an order took an illegal step.</summary>
    public TradingState Trading
    {
        get => field == TradingState.Active && ledger.HasIllegalStep ? TradingState.ReduceOnly : field;
        private set;
    } = settings.InitialState;

    /// <summary>Whether the highest equity is followed from one moment to the next, because a rule measures from it.</summary>
    public bool FollowsEquity { get; set; }

    /// <summary>Raised for a booking of money, once it counts, with what the references moved by.</summary>
    public event Action<ExecutionReport, decimal>? Booked;

    /// <summary>Initial capital as configured, else equity at the first start, with what was paid in since; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

    /// <summary>What was paid in since the initial capital was taken, less what was paid out.</summary>
    public decimal PaidIn { get; private set; }

    /// <summary>Reference of the current day; null before the first.</summary>
    public DayReference? Day { get; private set; }

    /// <summary>UTC instant at which the current day began; null before the first.</summary>
    public DateTime? DayStart => Day is { } day ? settings.Day.StartOf(day.Day) : null;

    /// <summary>Sets the trading state, once the journal has it.</summary>
    /// <param name="next">The state.</param>
    /// <param name="actor">Who sets it.</param>
    /// <param name="why">Why.</param>
    public void Change(TradingState next, string actor, string why)
    {
        journal.Append(actor, RiskRecords.TradingType, RiskRecords.Trading(next, why), Durability.Durable);
        Trading = next;
        if (RiskRecords.IsAcknowledgement(actor, next))
        {
            ledger.History.Acknowledged();
        }
    }

    /// <summary>What the rules see.</summary>
    public RiskState ForRules() => new()
    {
        KillLevel = kill.Level,
        Trading = Trading,
        Day = _isDue ? null : Day,
        DayStart = _isDue ? null : DayStart,
        WeekReference = ledger.History.WeekReference,
        HighestBalance = Math.Max(InitialCapital, ledger.History.HighestBalance),
        HighestEquity = Math.Max(InitialCapital, ledger.History.HighestEquity),
        InitialCapital = InitialCapital,
        PaidIn = PaidIn,
        InDoubt = ledger.InDoubt(),
        InFlightEntries = ledger.InFlightEntries(),
    };

    /// <summary>Continues from what an earlier run journaled.</summary>
    /// <param name="initialCapital">Initial capital, with what was paid in.</param>
    /// <param name="day">Reference of the last day; null when there was none.</param>
    /// <param name="trading">Trading state; null when it was never set.</param>
    /// <param name="paidIn">What was paid in.</param>
    /// <param name="isDoubtful">Whether that reference was taken from a balance that nobody explained.</param>
    public void Restore(decimal initialCapital, DayReference? day, TradingState? trading, PaidIn paidIn = default, bool isDoubtful = false)
    {
        // Whoever writes another initial capital has reckoned with what was paid in before.
        PaidIn = paidIn.Configured == settings.InitialCapital ? paidIn.Amount : 0;
        InitialCapital = settings.InitialCapital + PaidIn ?? initialCapital;
        _isDoubtful = isDoubtful;
        Trading = trading ?? settings.InitialState;
        Day = day;
        _nextReset = day is null ? DateTime.MinValue : settings.Day.StartOf(day.Day.AddDays(1));
    }

    /// <summary>Forgets initial capital and reference of an account that begins anew, and takes them at once.</summary>
    public void BeginAnew(DateTime now, Func<AccountSnapshot> account)
    {
        InitialCapital = PaidIn = _recordedHigh = 0;
        _nextReset = DateTime.MinValue;
        ledger.History.BeginAnew();
        Advance(now, account);
    }

    /// <summary>Takes the day's reference when a new trading day has begun. Journaled before any order of that day is judged.</summary>
    public void Advance(DateTime now, Func<AccountSnapshot> account)
    {
        if (now >= _nextReset)
        {
            AccountSnapshot snapshot = account();
            bool isExplained = IsExplained(snapshot.Balance);
            _isDue = !isExplained && !IsOverdue;
            if (!_isDue)
            {
                Begin(now, snapshot, isExplained);
            }
        }

        if (FollowsEquity && account() is var seen && (IsExplained(seen.Balance) || IsOverdue))
        {
            Follow(seen.OwnEquity);
        }
    }

    /// <summary>Whether a balance is what the journal says it must be. Where it is not, something happened that is told in a moment: a deal, or a payment.</summary>
    public bool IsExplained(decimal balance)
    {
        bool isExplained = clock is null || ledger.History.Balance is not { } known || balance == known;
        _unexplainedSince = isExplained ? null : _unexplainedSince ?? clock!.GetTimestamp();
        return isExplained;
    }

    /// <summary>Takes a booking of money: it counts once the journal has it. References move with what was paid in or out, and with nothing else.</summary>
    public void Book(ExecutionReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        (decimal shift, string why) = Effect(report);
        decimal capital = InitialCapital > 0 ? Shifted.Of(InitialCapital, shift, report.Balance) : InitialCapital;
        decimal paidIn = PaidIn + capital - InitialCapital;
        journal.Append("broker", RiskRecords.BookingType, RiskRecords.Booking(report, shift, why, capital, new PaidIn(settings.InitialCapital, paidIn)), Durability.Durable);
        (InitialCapital, PaidIn) = (capital, paidIn);
        Day = Day is { } day ? Shifted.Of(day, shift, report.Balance) : null;
        ledger.History.Booked(report.Time, RiskRecords.Gained(report.Booking, report.Amount, shift), shift, report.Balance);
        _recordedHigh = _recordedHigh > 0 ? Shifted.Of(_recordedHigh, shift, report.Balance) : 0;
        Booked?.Invoke(report, shift);
    }

    private bool IsOverdue => _unexplainedSince is { } since && clock!.GetElapsedTime(since) > Patience;

    // In doubt the tighter way: what nobody knows to be the owner's money moves nothing.
    private (decimal Shift, string Why) Effect(ExecutionReport report) => report.Booking switch
    {
        BookingKind.Transfer when report.Amount < 0 && _isDoubtful => (0, "the references may be without it already, for the balance they were taken from was not explained: it counts as a loss"),
        BookingKind.Transfer => (report.Amount, "paid in or out: references of losses move with it"),
        BookingKind.Credit => (0, "credit is no part of own equity: no reference moves"),
        BookingKind.Charge => (0, "what the account costs and brings: it counts as gain or loss, no reference moves"),
        BookingKind.Correction => (0, "a correction or bonus of the broker: it counts as gain or loss, no reference moves"),
        _ => (0, "of an unknown kind: it counts as gain or loss, no reference moves"),
    };

    private void Begin(DateTime now, AccountSnapshot snapshot, bool isExplained)
    {
        if (InitialCapital == 0)
        {
            InitialCapital = settings.InitialCapital ?? snapshot.OwnEquity;
        }

        // Days that passed while the host was away begin one by one, so that week and highest balance are what they would have been.
        DateOnly today = settings.Day.DateOf(now);
        DateOnly first = clock is not null && isExplained && Day is { } last && last.Day < today ? last.Day.AddDays(1) : today;
        for (DateOnly day = first < today.AddDays(-MostMissed) ? today.AddDays(-MostMissed) : first; day <= today; day = day.AddDays(1))
        {
            Begin(day, now, snapshot, isExplained);
        }

        _isDoubtful = !isExplained;
        _nextReset = settings.Day.NextStart(now);
    }

    private void Begin(DateOnly day, DateTime now, AccountSnapshot snapshot, bool isExplained)
    {
        (decimal balance, decimal equity) = AtReset(settings.Day.StartOf(day), now, snapshot, isExplained);
        decimal amount = settings.DayReference switch
        {
            DayReferenceKind.Balance => balance,
            DayReferenceKind.Equity => equity,
            _ => Math.Max(balance, equity),
        };
        Day = new DayReference(day, balance, equity, amount);

        // Nothing is judged before it, a close neither: with a full disk it goes on from the reserve as those do.
        journal.Append("host", RiskRecords.DayType, RiskRecords.DayReference(Day, InitialCapital, snapshot.Balance, isExplained), Durability.Protective);
        ledger.History.DayBegan(Day, InitialCapital, snapshot.Balance);
    }

    // What was gained and lost since a reset that nobody saw, the deals tell. What open positions were worth then, nobody tells: the higher reference is the tighter.
    private (decimal Balance, decimal Equity) AtReset(DateTime reset, DateTime now, AccountSnapshot snapshot, bool isExplained)
    {
        bool wasMissed = clock is not null && isExplained && Day is not null && now - reset > Patience;
        if (!wasMissed || ledger.History.Since(reset) is not { } since)
        {
            return (snapshot.Balance, snapshot.OwnEquity);
        }

        decimal balance = snapshot.Balance - since.Gained;
        return (balance, since.WasFlat ? balance : Math.Max(balance, snapshot.OwnEquity));
    }

    private void Follow(decimal equity)
    {
        if (ledger.History.Saw(equity) && equity >= _recordedHigh + (WorthRecording * InitialCapital))
        {
            // A close is judged after it: where the disk is full a high is kept in memory alone, and the close goes on.
            try
            {
                journal.Append("host", RiskRecords.EquityType, RiskRecords.Equity(equity), Durability.Buffered);
                _recordedHigh = equity;
            }
            catch (JournalException)
            {
                // Said where it happened, and entries are shut by now.
            }
        }
    }
}
