using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Live;

/// <summary>What the router of an account needs beside the sending face, which nobody else ever holds.</summary>
/// <param name="Ledger">Orders of the account.</param>
/// <param name="Mints">What the gate minted.</param>
/// <param name="Kill">The emergency stop.</param>
/// <param name="Journal">The record.</param>
/// <param name="Clock">Wall clock.</param>
/// <param name="Turn">Whose turn it is to touch the account.</param>
/// <param name="Deals">Numbers of deals that the journal has already.</param>
/// <param name="Book">Takes bookings of money.</param>
public sealed record RouterParts(
    OrderLedger Ledger, MintLedger Mints, IKillLevel Kill, IJournal Journal, TimeProvider Clock, Mailbox Turn, IReadOnlyCollection<long> Deals, Action<ExecutionReport> Book);
