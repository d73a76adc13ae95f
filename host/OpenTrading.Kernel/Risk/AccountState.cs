using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk;

/// <summary>What the journal knows about an account beyond its orders: trading state, initial capital, reference of the day.</summary>
public sealed class AccountState(IJournal journal, RiskSettings settings, IKillLevel kill, OrderLedger ledger)
{
    private DateTime _nextReset = DateTime.MinValue;

    /// <summary>State of the account. Reduce-only at best once an order took an illegal step.</summary>
    public TradingState Trading
    {
        get => field == TradingState.Active && ledger.HasIllegalStep ? TradingState.ReduceOnly : field;
        private set;
    } = settings.InitialState;

    /// <summary>Equity at the first start; 0 before it.</summary>
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
        journal.Append(actor, "trading.state", RiskRecords.Trading(next, why), Durability.Durable);
        Trading = next;
    }

    /// <summary>What the rules see.</summary>
    public RiskState ForRules() => new()
    {
        KillLevel = kill.Level,
        Trading = Trading,
        Day = Day,
        InitialCapital = InitialCapital,
        InFlightEntries = ledger.InFlightEntries(),
    };

    /// <summary>Continues from what an earlier run journaled.</summary>
    public void Restore(decimal initialCapital, DayReference? day, TradingState? trading)
    {
        InitialCapital = initialCapital;
        Trading = trading ?? settings.InitialState;
        Day = day;
        _nextReset = day is null ? DateTime.MinValue : settings.Day.StartOf(day.Day.AddDays(1));
    }

    /// <summary>Forgets initial capital and reference of an account that begins anew, and takes them at once.</summary>
    public void BeginAnew(DateTime now, Func<AccountSnapshot> account)
    {
        InitialCapital = 0;
        _nextReset = DateTime.MinValue;
        Advance(now, account);
    }

    /// <summary>Takes the day's reference when a new trading day has begun. Journaled before any order of that day is judged.</summary>
    public void Advance(DateTime now, Func<AccountSnapshot> account)
    {
        if (now < _nextReset)
        {
            return;
        }

        AccountSnapshot snapshot = account();
        if (InitialCapital == 0)
        {
            InitialCapital = snapshot.OwnEquity;
        }

        decimal amount = settings.DayReference switch
        {
            DayReferenceKind.Balance => snapshot.Balance,
            DayReferenceKind.Equity => snapshot.OwnEquity,
            _ => Math.Max(snapshot.Balance, snapshot.OwnEquity),
        };
        Day = new DayReference(settings.Day.DateOf(now), snapshot.Balance, snapshot.OwnEquity, amount);
        _nextReset = settings.Day.NextStart(now);
        journal.Append("host", "day.reference", RiskRecords.DayReference(Day, InitialCapital), Durability.Durable);
    }
}
