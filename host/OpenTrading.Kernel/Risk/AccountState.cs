using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk;

/// <summary>What the journal knows about an account beyond its orders: trading state, initial capital, references of day and week.</summary>
public sealed class AccountState(IJournal journal, RiskSettings settings, IKillLevel kill, OrderLedger ledger)
{
    // A new high is worth a record when it moves a floor by more than this part of the capital; below that a crash costs nothing that matters.
    private const decimal WorthRecording = 0.0001m;

    private DateTime _nextReset = DateTime.MinValue;
    private decimal _recordedHigh = ledger.History.HighestEquity;

    /// <summary>State of the account. Reduce-only at best once an order took an illegal step.</summary>
    public TradingState Trading
    {
        get => field == TradingState.Active && ledger.HasIllegalStep ? TradingState.ReduceOnly : field;
        private set;
    } = settings.InitialState;

    /// <summary>Whether the highest equity is followed from one moment to the next, because a rule measures from it.</summary>
    public bool FollowsEquity { get; set; }

    /// <summary>Initial capital as configured, else equity at the first start; 0 before it.</summary>
    public decimal InitialCapital { get; private set; }

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
        Day = Day,
        DayStart = DayStart,
        WeekReference = ledger.History.WeekReference,
        HighestBalance = Math.Max(InitialCapital, ledger.History.HighestBalance),
        HighestEquity = Math.Max(InitialCapital, ledger.History.HighestEquity),
        InitialCapital = InitialCapital,
        InDoubt = ledger.InDoubt(),
        InFlightEntries = ledger.InFlightEntries(),
    };

    /// <summary>Continues from what an earlier run journaled.</summary>
    public void Restore(decimal initialCapital, DayReference? day, TradingState? trading)
    {
        InitialCapital = settings.InitialCapital ?? initialCapital;
        Trading = trading ?? settings.InitialState;
        Day = day;
        _nextReset = day is null ? DateTime.MinValue : settings.Day.StartOf(day.Day.AddDays(1));
    }

    /// <summary>Forgets initial capital and reference of an account that begins anew, and takes them at once.</summary>
    public void BeginAnew(DateTime now, Func<AccountSnapshot> account)
    {
        InitialCapital = _recordedHigh = 0;
        _nextReset = DateTime.MinValue;
        ledger.History.BeginAnew();
        Advance(now, account);
    }

    /// <summary>Takes the day's reference when a new trading day has begun. Journaled before any order of that day is judged.</summary>
    public void Advance(DateTime now, Func<AccountSnapshot> account)
    {
        if (now >= _nextReset)
        {
            Begin(now, account());
        }

        if (FollowsEquity)
        {
            Follow(account().OwnEquity);
        }
    }

    private void Begin(DateTime now, AccountSnapshot snapshot)
    {
        if (InitialCapital == 0)
        {
            InitialCapital = settings.InitialCapital ?? snapshot.OwnEquity;
        }

        decimal amount = settings.DayReference switch
        {
            DayReferenceKind.Balance => snapshot.Balance,
            DayReferenceKind.Equity => snapshot.OwnEquity,
            _ => Math.Max(snapshot.Balance, snapshot.OwnEquity),
        };
        Day = new DayReference(settings.Day.DateOf(now), snapshot.Balance, snapshot.OwnEquity, amount);
        _nextReset = settings.Day.NextStart(now);

        // Nothing is judged before it, a close neither: with a full disk it goes on from the reserve as those do.
        journal.Append("host", RiskRecords.DayType, RiskRecords.DayReference(Day, InitialCapital), Durability.Protective);
        ledger.History.DayBegan(Day, InitialCapital);
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
