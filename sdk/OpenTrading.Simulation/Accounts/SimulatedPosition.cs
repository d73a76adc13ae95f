using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Accounts;

/// <summary>An open position. Read-only to callers; it changes through the engine alone.</summary>
public sealed class SimulatedPosition
{
    // Kept only where the average is not a whole number, which the double holds exactly.
    private decimal? _average;

    internal SimulatedPosition(long id, int instrumentIndex, Instrument instrument, OrderSide side, long openedTicks)
    {
        Id = id;
        InstrumentIndex = instrumentIndex;
        Instrument = instrument;
        Side = side;
        OpenedTicks = openedTicks;
        Direction = (int)side;
        Guard();
    }

    /// <summary>Number of the position, rising from 1 in the order of opening.</summary>
    public long Id { get; }

    /// <summary>Index of the instrument in the engine's setups.</summary>
    public int InstrumentIndex { get; }

    /// <summary>Instrument held.</summary>
    public Instrument Instrument { get; }

    /// <summary>Direction.</summary>
    public OrderSide Side { get; }

    /// <summary>UTC instant of the first entry.</summary>
    public DateTime OpenedAt => new(OpenedTicks, DateTimeKind.Utc);

    /// <summary>Size in whole volume steps.</summary>
    public long Steps { get; internal set; }

    /// <summary>Size in lots.</summary>
    public decimal Lots => Steps * Instrument.VolumeStep;

    /// <summary>Average entry price in points, not rounded.</summary>
    public decimal EntryPoints => _average ?? (long)Entry;

    /// <summary>Average entry price in price units, not rounded.</summary>
    public decimal EntryPrice => EntryPoints * Instrument.Point;

    /// <summary>Stop loss in points; null for none.</summary>
    public int? StopLossPoints { get; private set; }

    /// <summary>Take profit in points; null for none.</summary>
    public int? TakeProfitPoints { get; private set; }

    /// <summary>Stop loss in price units; null for none.</summary>
    public decimal? StopLoss => StopLossPoints * Instrument.Point;

    /// <summary>Take profit in price units; null for none.</summary>
    public decimal? TakeProfit => TakeProfitPoints * Instrument.Point;

    /// <summary>Distance of the trailing stop, points; null for none.</summary>
    public int? TrailingPoints { get; internal set; }

    /// <summary>Swap accrued and not yet in the balance, account currency; negative is owed.</summary>
    public double Swap { get; internal set; }

    /// <summary>Commission of the entries still open, account currency, positive when paid.</summary>
    public double EntryCommission { get; internal set; }

    /// <summary>Margin held, account currency, fixed at the entry.</summary>
    public double Margin { get; internal set; }

    /// <summary>Money between entry and first stop loss, account currency; null while it never had one.</summary>
    public double? InitialRisk { get; internal set; }

    internal long OpenedTicks { get; }

    internal int Direction { get; }

    /// <summary><see cref="EntryPoints"/> as a double, for the marks of every bar.</summary>
    internal double Entry { get; private set; }

    /// <summary>Own-side price at or below which an exit fires; int.MinValue for none.</summary>
    internal int LowTrigger { get; private set; }

    /// <summary>Own-side price at or above which an exit fires; int.MaxValue for none.</summary>
    internal int HighTrigger { get; private set; }

    /// <summary>Lowest own-side price seen since the entry.</summary>
    internal int Lowest { get; set; } = int.MaxValue;

    /// <summary>Highest own-side price seen since the entry.</summary>
    internal int Highest { get; set; } = int.MinValue;

    /// <summary>Opening time of the bar inside which it was opened at a pending level; 0 when opened at a quote.</summary>
    internal long InsideBar { get; set; }

    internal bool IsStopReachedBy(int price) => Direction > 0 ? price <= LowTrigger : price >= HighTrigger;

    internal bool IsTargetReachedBy(int price) => Direction > 0 ? price >= HighTrigger : price <= LowTrigger;

    /// <summary>Whether the own-side range [low, high] holds stop loss and take profit both.</summary>
    internal bool IsCaughtBetween(int low, int high) => low <= LowTrigger && high >= HighTrigger;

    internal void Add(long steps, decimal points)
    {
        decimal average = ((EntryPoints * Steps) + (points * steps)) / (Steps + steps);
        _average = decimal.IsInteger(average) ? null : average;
        Entry = (double)average;
        Steps += steps;
    }

    internal void Open(long steps, int points)
    {
        Entry = points;
        Steps = steps;
    }

    internal void Protect(int? stopLoss, int? takeProfit)
    {
        StopLossPoints = stopLoss;
        TakeProfitPoints = takeProfit;
        Guard();
    }

    internal void See(int low, int high)
    {
        if (low < Lowest)
        {
            Lowest = low;
        }

        if (high > Highest)
        {
            Highest = high;
        }
    }

    private void Guard() => (LowTrigger, HighTrigger) = Direction > 0
        ? (StopLossPoints ?? int.MinValue, TakeProfitPoints ?? int.MaxValue)
        : (TakeProfitPoints ?? int.MinValue, StopLossPoints ?? int.MaxValue);
}
