using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Risk.Switches;

/// <summary>An account as the switches reach it, simulated or at a broker.</summary>
/// <param name="Login">The account as <c>login@server</c>.</param>
/// <param name="Turn">Whose turn it is to touch it.</param>
/// <param name="Broker">The account, to look at.</param>
/// <param name="Ledger">Its orders.</param>
/// <param name="Orders">Where orders go.</param>
/// <param name="State">Its risk state.</param>
public sealed record SwitchedAccount(string Login, Mailbox Turn, IBrokerView Broker, OrderLedger Ledger, OrderDesk Orders, AccountState State)
{
    /// <summary>Ends what was approved and not sent, and entries that wait; tells how many grants were good. Nothing on an account without approvals.</summary>
    public Func<int> Void { get; init; } = static () => 0;

    /// <summary>Its connection to a broker on another machine, which may hold a brake of its own; null for the simulated account.</summary>
    public IBrokerLink? Link { get; init; }

    /// <summary>The simulated account.</summary>
    public static SwitchedAccount Of(TradingDesk desk, Mailbox turn) => new(SimulatedBroker.Login, turn, desk.Broker, desk.Ledger, desk.Orders, desk.State);
}
