using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Currencies;
using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.Matching;

/// <summary>The present bar or tick of one instrument, with the positions and orders on it.</summary>
internal sealed class Market
{
    private readonly AverageRange? _range;
    private BarPoints _bar;

    public Market(int index, InstrumentSetup setup, string account, ReadOnlySpan<Market> earlier)
    {
        Index = index;
        Setup = setup;
        Instrument = setup.Instrument;
        Conversion = CurrencyConversion.For(setup, account, earlier);
        EarnsAccountCurrency = Conversion.IsIdentity;
        Units = new VolumeUnits(setup.Instrument);
        Costs = new CommissionRates(setup.Commission ?? new Commission(Instrument.CommissionPerLot), Units.LotsPerStep);
        BooksSwap = Instrument.SwapLong != 0 || Instrument.SwapShort != 0;
        _range = setup.Slippage.UsesRange ? new AverageRange() : null;
    }

    public int Index { get; }

    public InstrumentSetup Setup { get; }

    public Instrument Instrument { get; }

    public CurrencyConversion Conversion { get; }

    /// <summary>Whether every rate is 1, so that the marks of each bar need not ask for it.</summary>
    public bool EarnsAccountCurrency { get; }

    public VolumeUnits Units { get; }

    public CommissionRates Costs { get; }

    public bool BooksSwap { get; }

    public List<SimulatedPosition> Positions { get; } = [];

    public List<SimulatedOrder> Orders { get; } = [];

    /// <summary>Next rollover that books swap, UTC ticks; meaningful while positions are open.</summary>
    public long NextRollover { get; set; } = long.MaxValue;

    /// <summary>Number of the bar the strategy sees, from 1; the lower bars that make it up share it.</summary>
    public long StrategyBar { get; private set; }

    public bool InTicks { get; private set; }

    public BarPoints Bar => _bar;

    public long Time => _bar.Time;

    public int Open => _bar.Open;

    public int High => _bar.High;

    public int Low => _bar.Low;

    public int Close => _bar.Close;

    public int Spread => _bar.Spread;

    public int PreviousClose { get; private set; }

    public int PreviousSpread { get; private set; }

    /// <summary>Bid at which positions are valued now.</summary>
    public int Bid { get; set; }

    public RateMoment Moment { get; private set; }

    public double AverageRange => _range?.Value ?? 0;

    /// <summary>Whether every bar must be seen one by one, for the average of their ranges.</summary>
    public bool NeedsEveryBar => _range is not null;

    /// <summary>UTC ticks of the instant at which an order placed now is placed.</summary>
    public long Now => InTicks ? Time : Time + Setup.BarLength.Ticks;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginBar(in BarPoints bar, bool startsStrategyBar)
    {
        StrategyBar += startsStrategyBar ? 1 : 0;
        InTicks = false;
        Begin(bar);
    }

    /// <summary>Stands at the close of the last of <paramref name="count"/> bars in which nothing happened.</summary>
    public void Pass(int count, in BarPoints last, int previousClose, int previousSpread)
    {
        StrategyBar += count;
        InTicks = false;
        PreviousClose = previousClose;
        PreviousSpread = previousSpread;
        _bar = last;
        Bid = last.Close;
        Moment = RateMoment.Close;
    }

    public void BeginTick(long time, int bid, int ask)
    {
        InTicks = true;
        Begin(new BarPoints(time, bid, bid, bid, bid, ask - bid));
    }

    /// <summary>Continues from the last known price after a restart.</summary>
    public void Resume(long time, int bid, int spread)
    {
        _bar = new BarPoints(time, bid, bid, bid, bid, spread);
        Bid = bid;
        Moment = RateMoment.Close;
    }

    public void StandAtOpen()
    {
        Bid = Open;
        Moment = RateMoment.Open;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StandAtClose()
    {
        Bid = Close;
        Moment = RateMoment.Close;
        if (_range is not null && !InTicks && PreviousClose != 0)
        {
            _range.Add(High, Low, PreviousClose);
        }
    }

    /// <summary>Price at which a position is closed when the bid is <paramref name="bid"/>.</summary>
    public int OwnSide(SimulatedPosition position, int bid) => position.Direction > 0 ? bid : bid + Spread;

    /// <summary>Price at which an order of this direction trades when the bid is <paramref name="bid"/>.</summary>
    public int EntrySide(int direction, int bid) => direction > 0 ? bid + Spread : bid;

    private void Begin(in BarPoints bar)
    {
        PreviousClose = _bar.Close;
        PreviousSpread = _bar.Spread;
        _bar = bar;
    }
}
