using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Risk.History;

/// <summary>What is counted from one daily reset to the next, and what is kept of the days before.</summary>
internal sealed class DayTally
{
    private DateOnly? _day;
    private DateOnly _monday;
    private bool _hasEntry;

    /// <summary>Entries sent today.</summary>
    public int Entries { get; private set; }

    /// <summary>Realised today, costs included.</summary>
    public decimal Profit { get; private set; }

    /// <summary>Realised on earlier days that ended with a profit.</summary>
    public decimal OtherProfit { get; private set; }

    /// <summary>Days with the fill of an entry.</summary>
    public int EntryDays { get; private set; }

    /// <summary>Last fill of an entry.</summary>
    public DateTime? LastEntry { get; private set; }

    /// <summary>Reference at the first reset of the week; null before the first.</summary>
    public decimal? Week { get; private set; }

    /// <summary>Highest balance at any reset, at least the initial capital.</summary>
    public decimal HighestBalance { get; private set; }

    /// <summary>Begins a day.</summary>
    /// <param name="day">Its reference.</param>
    /// <param name="initialCapital">Initial capital.</param>
    /// <param name="gained">What was booked since its reset already, because the day began before anybody saw it.</param>
    public void Begin(DayReference day, decimal initialCapital, decimal gained)
    {
        HighestBalance = Math.Max(HighestBalance, Math.Max(day.Balance, initialCapital));

        // A day is named by the local date on which it begins, so the first reset on or after a Monday's midnight is the Monday's.
        DateOnly monday = day.Day.AddDays(-(((int)day.Day.DayOfWeek + 6) % 7));
        (Week, _monday) = Week is null || monday != _monday ? (day.Amount, monday) : (Week, _monday);
        if (_day == day.Day)
        {
            return;
        }

        OtherProfit += Math.Max(0, Profit - gained);
        (_day, Entries, Profit, _hasEntry) = (day.Day, 0, gained, false);
    }

    /// <summary>Money was paid in or out: what losses are measured from moves with it.</summary>
    /// <param name="by">Money paid in; negative was paid out.</param>
    /// <param name="balance">Balance after it.</param>
    public void Shift(decimal by, decimal balance)
    {
        Week = Week is { } week ? Shifted.Of(week, by, balance) : null;
        HighestBalance = HighestBalance > 0 ? Shifted.Of(HighestBalance, by, balance) : 0;
    }

    /// <summary>An order was sent.</summary>
    public void Sent(Order order) => Entries += order.Class == OrderClass.Entry ? 1 : 0;

    /// <summary>Books money.</summary>
    public void Book(decimal money) => Profit += money;

    /// <summary>An entry was filled, whole or in part.</summary>
    public void Filled(DateTime at)
    {
        LastEntry = at;
        EntryDays += _hasEntry ? 0 : 1;
        _hasEntry = true;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => (_day, Entries, Profit, OtherProfit, EntryDays, LastEntry, Week, HighestBalance, _hasEntry) = (null, 0, 0, 0, 0, null, null, 0, false);
}
