using OpenTrading.Sdk.Market;

namespace OpenTrading.Simulation.Accounts;

/// <summary>The volume grid of an instrument and its units, converted once.</summary>
internal sealed class VolumeUnits
{
    private readonly decimal _step;
    private decimal _lastLots;
    private long _lastSteps;

    public VolumeUnits(Instrument instrument)
    {
        _step = instrument.VolumeStep;
        Exact = instrument.VolumeStep * instrument.ContractSize;
        PerStep = (double)Exact;
        LotsPerStep = (double)instrument.VolumeStep;
        Scale = instrument.Scale;
        Smallest = (long)Math.Ceiling(instrument.VolumeMin / _step);
        Largest = (long)Math.Floor(instrument.VolumeMax / _step);
    }

    /// <summary>Units of one step.</summary>
    public decimal Exact { get; }

    /// <summary>Units of one step.</summary>
    public double PerStep { get; }

    public double LotsPerStep { get; }

    /// <summary>Points in one price unit.</summary>
    public double Scale { get; }

    /// <summary>Steps of the smallest order.</summary>
    public long Smallest { get; }

    /// <summary>Steps of the largest order.</summary>
    public long Largest { get; }

    /// <summary>Whole steps in a size, floored; a hair of tolerance takes sizes that were computed.</summary>
    public long Steps(decimal lots)
    {
        // Strategies repeat their sizes, and a decimal division costs more than the rest of an order.
        if (lots != _lastLots)
        {
            _lastSteps = (long)decimal.Floor((lots / _step) + 1e-9m);
            _lastLots = lots;
        }

        return _lastSteps;
    }
}
