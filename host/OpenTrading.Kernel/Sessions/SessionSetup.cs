using OpenTrading.Kernel.Isolation;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Sessions;

/// <summary>The parts a session is made of.</summary>
public sealed record SessionSetup
{
    /// <summary>Usual limit of <see cref="Watch"/> for one bar of one strategy.</summary>
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(2);

    /// <summary>What is traded.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Strategies, in voting order; at least one.</summary>
    public required IReadOnlyList<NamedStrategy> Strategies { get; init; }

    /// <summary>Tells sessions on the same series of one account apart, in the keys of their orders. Default empty: there is one.</summary>
    public string Mark { get; init; } = "";

    /// <summary>How they decide together.</summary>
    public required IVotingMethod Voting { get; init; }

    /// <summary>How much.</summary>
    public required ISizer Sizer { get; init; }

    /// <summary>Where orders go.</summary>
    public required OrderDesk Desk { get; init; }

    /// <summary>The account, to look at.</summary>
    public required IBrokerView Broker { get; init; }

    /// <summary>Takes every bar before the strategies do: the simulated broker, or nobody when a terminal fills.</summary>
    public required IBarTaker Market { get; init; }

    /// <summary>Runs the declared exits of positions at every close; null where nobody declares any.</summary>
    public ExitDesk? Exits { get; init; }

    /// <summary>Time of the session.</summary>
    public required SessionClock Clock { get; init; }

    /// <summary>The record.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>
    /// Where strategies are called, so that one that never returns is taken out alone; it belongs to the caller. Default null: they are called
    /// on the session's own thread without a limit, as replays must, whose result may not depend on how busy the machine is.
    /// </summary>
    public WatchedThread? Watch { get; init; }
}
