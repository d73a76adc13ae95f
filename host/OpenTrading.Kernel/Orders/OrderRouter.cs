using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>
/// The only holder of a broker's sending face. It sends what the gate minted, once, after the journal has it; what comes back it books.
/// </summary>
/// <threadsafety>Belongs to the account's thread. A broker of another machine reports from threads of its own; each report waits for the account's turn.</threadsafety>
public sealed class OrderRouter : IExecutionSink
{
    private readonly IBroker _broker;
    private readonly OrderLedger _ledger;
    private readonly MintLedger _mints;
    private readonly IKillLevel _kill;
    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private readonly string _account;
    private readonly Mailbox _turn;
    private readonly HashSet<long> _deals;
    private readonly Action<ExecutionReport>? _book;

    /// <summary>Takes over a broker: from now on its reports come here.</summary>
    /// <param name="broker">The sending face.</param>
    /// <param name="ledger">Orders of the account.</param>
    /// <param name="mints">What the gate minted.</param>
    /// <param name="kill">The emergency stop.</param>
    /// <param name="journal">The record.</param>
    /// <param name="clock">Time of the account.</param>
    /// <param name="turn">Whose turn it is to touch the account; null where the broker reports on that turn alone.</param>
    /// <param name="deals">Numbers of deals that the journal has already.</param>
    /// <param name="book">Takes bookings of money, each once; null where there are none.</param>
    public OrderRouter(
        IBroker broker,
        OrderLedger ledger,
        MintLedger mints,
        IKillLevel kill,
        IJournal journal,
        TimeProvider clock,
        Mailbox? turn = null,
        IEnumerable<long>? deals = null,
        Action<ExecutionReport>? book = null)
    {
        _book = book;
        (_broker, _ledger, _mints, _kill, _journal, _clock) = (broker, ledger, mints, kill, journal, clock);
        (_turn, _deals) = (turn ?? new Mailbox(), [.. deals ?? []]);
        _account = broker.Snapshot().Account.Login;
        broker.Attach(this);
    }

    /// <summary>Raised for every deal, with the order that caused it or null when the broker acted by itself.</summary>
    public event Action<ExecutionReport, Order?>? Dealt;

    /// <summary>Raised for an order that the broker refused, cancelled or let lapse.</summary>
    public event Action<Order>? Ended;

    /// <summary>Raised for an order whose outcome nobody knows.</summary>
    public event Action<Order>? Lost;

    /// <summary>Raised when the broker did what the journal says it cannot have done. The books are in doubt.</summary>
    public event Action<string>? Broke;

    /// <summary>Sends an approved order, once.</summary>
    /// <returns>False when the approval is forged, used, or too old, or the kill switch forbids it; nothing was sent then.</returns>
    public bool Send(ApprovedOrder approved)
    {
        Order? order = _ledger.ByClientOrderId(approved.ClientOrderId);
        if (!_mints.Contains(approved) || order is null || order.Hash != approved.OrderHash || !ReferenceEquals(order.Intent, approved.Order))
        {
            _journal.Append("host", "order.forged", new() { ["orderId"] = approved.OrderId, ["cid"] = approved.ClientOrderId }, Durability.Durable);
            return false;
        }

        if (!approved.TryConsume(_clock.GetUtcNow().UtcDateTime))
        {
            if (order.State == OrderState.FinalChecked)
            {
                _ledger.Expired(order, "approval_ttl");
            }

            return false;
        }

        // The last word before the wire: a switch thrown since the last look must still win.
        if ((order.Class & OrderClass.EntryOrRaise) != 0 && _kill.Level > 0)
        {
            _ledger.Cancelled(order, "kill");
            return false;
        }

        _ledger.Submitting(order, _account, _clock.GetUtcNow().UtcDateTime);

        // Writing it down took its time, and an approval that ran out meanwhile sends nothing.
        if (_clock.GetUtcNow().UtcDateTime >= approved.ExpiresAt)
        {
            NeverArrived(order);
            return false;
        }

        Transmit(order, new BrokerRequest(approved.ClientOrderId, approved.Order));
        return true;
    }

    /// <summary>Settles an order that certainly never reached the broker.</summary>
    internal void NeverArrived(Order order) => Resolve(order, "never_sent");

    /// <summary>Settles an order that had no effect, and certainly will have none.</summary>
    /// <param name="order">The order.</param>
    /// <param name="why">What tells so.</param>
    internal void Resolve(Order order, string why)
    {
        if (order.State == OrderState.Submitting)
        {
            _ledger.AtBrokerStep(order, OrderState.OutcomeUnknown, "order.unknown", OrderRecords.Why(order, "host_restart"));
        }

        order.Why = why;
        Settle(order, OrderState.Rejected, "order.resolved", OrderRecords.Why(order, why));
    }

    /// <summary>Lets reports that were lost tell what became of an order, as if they came now.</summary>
    internal void Resolve(Order order, string evidence, IEnumerable<ExecutionReport> reports)
    {
        _journal.Append("host", "order.resolved", OrderRecords.Resolved(order, evidence, null), Durability.Durable);
        foreach (ExecutionReport report in reports)
        {
            Take(report);
        }
    }

    /// <inheritdoc/>
    public void OnReport(ExecutionReport report) => _turn.Do(() => Take(report));

    private void Take(ExecutionReport report)
    {
        Order? order = report.ClientOrderId is { } id ? _ledger.ByClientOrderId(id) : null;
        switch (report.Kind)
        {
            // Told twice after a cut, or after an order has ended already: nothing new, and no step.
            case ExecutionKind.Accepted when order is { State: not (OrderState.Submitting or OrderState.OutcomeUnknown) }:
                break;
            case not (ExecutionKind.Fill or ExecutionKind.Swap or ExecutionKind.Booking) when order is not null && !order.State.IsAtBroker():
                _journal.Append("broker", "recon.unmatched", OrderRecords.Unmatched(report), Durability.Durable);
                break;
            case ExecutionKind.Accepted when order is not null:
                order.Ticket = report.Ticket;
                _ledger.AtBrokerStep(order, OrderState.Submitted, "order.accepted", OrderRecords.Accepted(order, report));
                break;
            case ExecutionKind.Modified when order is not null:
                Settle(order, OrderState.Filled, "order.modified", OrderRecords.Modified(order, report));
                Change(order.Intent);
                break;
            case ExecutionKind.Rejected when order is not null:
                order.Why = report.Reason;
                _ledger.History.Refused(report.Time, report.Reason);
                Settle(order, OrderState.Rejected, "order.rejected", OrderRecords.BrokerReason(order, report));
                break;
            case ExecutionKind.Cancelled when order is not null:
                order.Why = report.Reason;
                Settle(order, OrderState.Cancelled, "order.cancelled", OrderRecords.BrokerReason(order, report));
                break;
            case ExecutionKind.Expired when order is not null:
                Settle(order, OrderState.Expired, "order.expired", OrderRecords.BrokerReason(order, report));
                break;
            case ExecutionKind.Fill:
                Book(order, report);
                break;
            case ExecutionKind.Booking when _book is not null:
                if (!_deals.Contains(report.DealId))
                {
                    // One that could not be written down is told again, and counts then.
                    _book(report);
                    _deals.Add(report.DealId);
                }

                break;
            case ExecutionKind.Swap:
                _journal.Append("broker", "position.swap", OrderRecords.Swap(report), Durability.Buffered);
                break;
            default:
                _journal.Append("broker", "recon.unmatched", OrderRecords.Unmatched(report), Durability.Durable);
                break;
        }
    }

    private void Change(OrderIntent modification)
    {
        if (modification is { Kind: OrderKind.Modify, Price: { } price })
        {
            _ledger.AtBroker.FirstOrDefault(o => o.Ticket == modification.Target && o.Intent.Kind == OrderKind.Open)
                ?.Change(price, modification.StopLoss, modification.TakeProfit);
        }
    }

    // A repeated report of a deal counts once: the deal number is the key.
    private void Book(Order? order, ExecutionReport report)
    {
        if (!_deals.Add(report.DealId))
        {
            return;
        }

        if (order is null)
        {
            _journal.Append("broker", "position.deal", OrderRecords.Deal(null, report), Durability.Durable);
            _ledger.History.Dealt(report, null);
        }
        else if (!order.State.IsAtBroker())
        {
            // It was settled without this deal: whatever the journal holds, the account holds something else.
            _journal.Append("broker", "recon.break", OrderRecords.Late(order, report), Durability.Protective);
            _journal.Append("broker", "position.deal", OrderRecords.Deal(null, report), Durability.Durable);
            _ledger.History.Dealt(report, null);
            Broke?.Invoke($"deal {report.DealId} of order {order.Id} came after it was settled as {Names.Of(order.Outcome)}");
        }
        else
        {
            order.Fill(report.Fill!.Volume, report.Fill.Price, report.Time, report.Fill.PositionTicket);
            _ledger.History.Dealt(report, order);
            if (order.FilledVolume >= order.Intent.Volume)
            {
                Settle(order, OrderState.Filled, "order.fill", OrderRecords.Deal(order, report));
            }
            else
            {
                _ledger.AtBrokerStep(order, OrderState.PartiallyFilled, "order.fill", OrderRecords.Deal(order, report));
            }
        }

        Dealt?.Invoke(report, order);
    }

    // The simulated broker's report and its books are one thing; a terminal's must be compared first.
    private void Settle(Order order, OrderState state, string type, JournalPayload payload)
    {
        _ledger.AtBrokerStep(order, state, type, payload, leadsOn: true);
        _ledger.Reconciled(order);
        if (state != OrderState.Filled)
        {
            Ended?.Invoke(order);
        }
    }

    private void Transmit(Order order, BrokerRequest request)
    {
        try
        {
            ValueTask sending = _broker.SendAsync(request, CancellationToken.None);
            if (!sending.IsCompletedSuccessfully)
            {
                _ = ObserveAsync(order, sending);
            }
        }
        // A journal that refuses and a step that is not permitted stop trading; they say nothing about the wire.
        catch (Exception e) when (e is not JournalException and not IllegalTransitionException)
        {
            Unknown(order, e);
        }
    }

    private async Task ObserveAsync(Order order, ValueTask sending)
    {
        try
        {
            await sending.ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong on the way, the order may have left: its outcome is unknown.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _turn.Do(() => Unknown(order, e));
        }
    }

    // A report that came before the fault has already told the outcome.
    private void Unknown(Order order, Exception fault)
    {
        if (order.State == OrderState.Submitting)
        {
            _ledger.Unknown(order, fault.Message);
            Lost?.Invoke(order);
        }
    }
}
