using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Costs;
using OpenTrading.Simulation.Currencies;

namespace OpenTrading.Simulation.Matching;

/// <summary>One instrument of an engine with its cost models. Swap comes from the instrument itself.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record InstrumentSetup
{
    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Bars to run by index, already under their spread model; null when bars or ticks arrive one by one.</summary>
    public PointBars? Bars { get; init; }

    /// <summary>Spread of bars that arrive one by one. Default recorded.</summary>
    public SpreadModel Spread { get; init; } = SpreadModel.Recorded;

    /// <summary>Slippage. Default none.</summary>
    public SlippageModel Slippage { get; init; } = SlippageModel.None;

    /// <summary>Commission; null takes the instrument's commission per lot.</summary>
    public Commission? Commission { get; init; }

    /// <summary>Where the rate into the account currency comes from, for instruments whose own price is not that rate.</summary>
    public ConversionSource? Conversion { get; init; }

    /// <summary>
    /// Length of a bar, so that a day order placed at a bar's close is not taken for one placed at its open. Default 0: ticks, or unknown.
    /// </summary>
    public TimeSpan BarLength { get; init; }
}
