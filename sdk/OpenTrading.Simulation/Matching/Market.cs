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

    public Market(int index, InstrumentSetup setup)
    {
        Index = index;
        Setup = setup;
        Instrument = setup.Instrument;
        Columns = setup.Columns;
        Commission = setup.Commission ?? new Commission(setup.Instrument.CommissionPerLot);
        UnitsPerStep = Instrument.VolumeStep * Instrument.ContractSize;
        Units = (double)UnitsPerStep;
        Scale = Instrument.Scale;
        BooksSwap = Instrument.SwapLong != 0 || Instrument.SwapShort != 0;
        _range = setup.Slippage.UsesRange ? new AverageRange() : null;
    }

    public int Index { get; }

    public InstrumentSetup Setup { get; }

    public Instrument Instrument { get; }

    public PointColumns? Columns { get; }

    public Commission Commission { get; }

    public CurrencyConversion Conversion { get; set; } = null!;

    /// <summary>Units of one volume step, exact.</summary>
    public decimal UnitsPerStep { get; }

    /// <summary><see cref="UnitsPerStep"/> as a double.</summary>
    public double Units { get; }

    public double Scale { get; }

    public List<SimulatedPosition> Positions { get; } = [];

    public List<SimulatedOrder> Orders { get; } = [];

    /// <summary>Next rollover that books swap, UTC ticks; meaningful while positions are open.</summary>
    public long NextRollover { get; set; } = long.MaxValue;

    /// <summary>Number of the present bar or tick, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Number of the bar the strategy sees; the lower bars that make it up share it.</summary>
    public long StrategyBar { get; private set; }

    public bool InTicks { get; private set; }

    public long Time { get; private set; }

    public int Open { get; private set; }

    public int High { get; private set; }

    public int Low { get; private set; }

    public int Close { get; private set; }

    public int Spread { get; private set; }

    public int PreviousClose { get; private set; }

    public int PreviousSpread { get; private set; }

    /// <summary>Bid at which longs are valued now.</summary>
    public int Bid { get; set; }

    /// <summary>Ask at which shorts are valued now.</summary>
    public int Ask => Bid + Spread;

    public RateMoment Moment { get; set; }

    public double AverageRange => _range?.Value ?? 0;

    public bool BooksSwap { get; }

    /// <summary>UTC ticks of the instant at which an order placed now is placed.</summary>
    public long Now => InTicks ? Time : Time + Setup.BarLength.Ticks;

    /// <summary>Whole volume steps in a size, floored; a hair of tolerance takes sizes that were computed.</summary>
    public long Steps(decimal lots) => (long)decimal.Floor((lots / Instrument.VolumeStep) + 1e-9m);

    public void BeginBar(long time, int open, int high, int low, int close, int spread, bool startsStrategyBar = true)
    {
        Number++;
        StrategyBar += startsStrategyBar ? 1 : 0;
        InTicks = false;
        PreviousClose = Close;
        PreviousSpread = Spread;
        (Time, Open, High, Low, Close, Spread) = (time, open, high, low, close, spread);
    }

    public void BeginTick(long time, int bid, int spread)
    {
        BeginBar(time, bid, bid, bid, bid, spread);
        InTicks = true;
    }

    public void StandAtOpen()
    {
        Bid = Open;
        Moment = RateMoment.Open;
    }

    public void StandAtClose()
    {
        Bid = Close;
        Moment = RateMoment.Close;
        if (_range is not null && !InTicks && PreviousClose != 0)
        {
            _range.Add(High, Low, PreviousClose);
        }
    }

    /// <summary>Continues from the last known close after a restart.</summary>
    public void Resume(long time, int close, int spread)
    {
        (Time, Open, High, Low, Close, Spread) = (time, close, close, close, close, spread);
        Bid = close;
        Moment = RateMoment.Close;
    }

    /// <summary>Price at which a position is closed when the bid is <paramref name="bid"/>.</summary>
    public int OwnSide(SimulatedPosition position, int bid) => position.Direction > 0 ? bid : bid + Spread;

    /// <summary>Price at which an order of this direction trades when the bid is <paramref name="bid"/>.</summary>
    public int EntrySide(int direction, int bid) => direction > 0 ? bid + Spread : bid;
}
