using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>
/// The only holder of a broker's sending face. It sends what the gate minted, once, after the journal has it; what comes back it books.
/// </summary>
/// <threadsafety>Belongs to the account's thread.</threadsafety>
public sealed class OrderRouter : IExecutionSink
{
    private readonly IBroker _broker;
    private readonly OrderLedger _ledger;
    private readonly MintLedger _mints;
    private readonly IKillLevel _kill;
    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private readonly string _account;
    private readonly HashSet<long> _deals = [];

    /// <summary>Takes over a broker: from now on its reports come here.</summary>
    public OrderRouter(IBroker broker, OrderLedger ledger, MintLedger mints, IKillLevel kill, IJournal journal, TimeProvider clock)
    {
        (_broker, _ledger, _mints, _kill, _journal, _clock) = (broker, ledger, mints, kill, journal, clock);
        _account = broker.Snapshot().Account.Login;
        broker.Attach(this);
    }

    /// <summary>Raised for every deal, with the order that caused it or null when the broker acted by itself.</summary>
    public event Action<ExecutionReport, Order?>? Dealt;

    /// <summary>Raised for an order that the broker refused, cancelled or let lapse.</summary>
    public event Action<Order>? Ended;

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

        _ledger.Submitting(order, _account);
        Transmit(order, new BrokerRequest(approved.ClientOrderId, approved.Order));
        return true;
    }

    /// <summary>Settles an order that was on its way when the host died, towards a broker that lives and dies with the host.</summary>
    internal void NeverArrived(Order order)
    {
        if (order.State == OrderState.Submitting)
        {
            _ledger.AtBrokerStep(order, OrderState.OutcomeUnknown, "order.unknown", OrderRecords.Why(order, "host_restart"));
        }

        order.Why = "never_sent";
        Settle(order, OrderState.Rejected, "order.resolved", OrderRecords.Why(order, "never_sent"));
    }

    /// <inheritdoc/>
    public void OnReport(ExecutionReport report)
    {
        Order? order = report.ClientOrderId is { } id ? _ledger.ByClientOrderId(id) : null;
        switch (report.Kind)
        {
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
        }
        else
        {
            order.Fill(report.Fill!.Volume, report.Fill.Price, report.Time, report.Fill.PositionTicket);
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
        _ledger.AtBrokerStep(order, state, type, payload);
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
            Unknown(order, e);
        }
    }

    // A report that came before the fault has already told the outcome.
    private void Unknown(Order order, Exception fault)
    {
        if (order.State == OrderState.Submitting)
        {
            _ledger.AtBrokerStep(order, OrderState.OutcomeUnknown, "order.unknown", OrderRecords.Why(order, fault.Message));
        }
    }
}
