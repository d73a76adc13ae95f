using OpenTrading.Kernel.Signals;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Simulation.Accounts;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>What a backtest runs and under which assumptions. It reaches no broker, no journal and no clock.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BacktestSetup
{
    /// <summary>Terms of the simulated account.</summary>
    public required AccountOptions Account { get; init; }

    /// <summary>Assumptions of matching.</summary>
    public MatchingOptions Matching { get; init; } = new();

    /// <summary>Instruments, in the order in which they are run at one instant; at least one.</summary>
    public required IReadOnlyList<BacktestMarket> Markets { get; init; }

    /// <summary>How much is traded.</summary>
    public required ISizer Sizer { get; init; }

    /// <summary>How several strategies of one view decide together.</summary>
    public IVotingMethod Voting { get; init; } = VotingMethods.All[0];

    /// <summary>Rules that judge every order, as on the paper account; null lets orders pass unasked.</summary>
    public GateTerms? Gate { get; init; }

    /// <summary>How much of the run is kept. Default everything.</summary>
    public RunDetail Detail { get; init; }

    /// <summary>Whether other runs keep the other processors busy, so that this one stays on its thread. Default false.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Opening time of the first bar on which strategies may trade, UTC. They see the bars before it, and nothing they emit there counts.</summary>
    public DateTime TradeFrom { get; init; } = DateTime.MinValue;

    /// <summary>Whether open positions are closed at the last close. Default false.</summary>
    public bool CloseAtEnd { get; init; }
}
