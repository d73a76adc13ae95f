using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Replays;

/// <summary>What a replay runs and on what.</summary>
public sealed record ReplaySetup
{
    /// <summary>Recorded bars.</summary>
    public required BarSeries Bars { get; init; }

    /// <summary>The instrument with its costs.</summary>
    public required InstrumentSetup Instrument { get; init; }

    /// <summary>Known instruments by symbol.</summary>
    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    /// <summary>Strategies that vote.</summary>
    public required IReadOnlyList<NamedStrategy> Strategies { get; init; }

    /// <summary>How they vote.</summary>
    public required IVotingMethod Voting { get; init; }

    /// <summary>How much they trade.</summary>
    public required ISizer Sizer { get; init; }

    /// <summary>Terms of the simulated account.</summary>
    public required AccountOptions Account { get; init; }

    /// <summary>Rules of the gate.</summary>
    public required IReadOnlyList<BoundRule> Rules { get; init; }

    /// <summary>What the gate's surroundings need.</summary>
    public required RiskSettings Risk { get; init; }

    /// <summary>Time of the replay; the journal reads it too.</summary>
    public required SessionClock Clock { get; init; }

    /// <summary>The replay's own record.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>First record: what is run, so that the journal explains itself.</summary>
    public required JournalPayload Description { get; init; }
}
