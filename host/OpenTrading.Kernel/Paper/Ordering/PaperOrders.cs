using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Risk.Checks;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>How calls become orders of the paper account: one key, one order, through gate, journal and router like any other.</summary>
/// <param name="paper">The account.</param>
/// <param name="decisions">What the gate said.</param>
/// <param name="patience">How long a call waits for the next bar to fill what it sent; 0 waits for nothing.</param>
/// <param name="wall">The wall clock.</param>
public sealed class PaperOrders(PaperDesk paper, RiskDecisions decisions, TimeSpan patience, TimeProvider wall)
{
    /// <summary>The key of a call, or one made for it.</summary>
    public string KeyOf(ICallContext call) => call.IdempotencyKey ?? Ulid.New("k-", wall.GetUtcNow());

    /// <summary>What the gate said of an order; null when that is too long ago.</summary>
    public RiskDecision? DecisionOn(Order order) => decisions.Of(order);

    /// <summary>Proposes an order, or finds the one that an earlier call of the same key and terms made. To be asked within <see cref="PaperDesk.Do"/>.</summary>
    /// <exception cref="CapabilityException">CONFLICT: the key stands for other terms.</exception>
    private static Order Submit(TradingDesk desk, OrderIntent intent)
    {
        if (desk.Ledger.ByKey(intent.Proposer, intent.IdempotencyKey) is not { } earlier)
        {
            return desk.Orders.Submit(intent);
        }

        // The price that the proposer saw is no part of what was asked for.
        return SameTerms(earlier.Asked, intent) ? earlier : throw new CapabilityException(
            ErrorCode.Conflict, $"idempotencyKey '{intent.IdempotencyKey}' stands for order {PaperIds.Of(earlier)} with other terms", "Use a new key for a new order.");
    }

    /// <summary>Proposes an order and refuses the call when it does not pass.</summary>
    /// <exception cref="CapabilityException">It did not pass, or its key stands for other terms.</exception>
    internal Order SubmitOrRefuse(TradingDesk desk, OrderIntent intent)
    {
        Order order = Submit(desk, intent);
        OrderRefusals.RequireTaken(order, decisions.Of(order));
        return order;
    }

    /// <summary>Waits a little for the next bar to fill orders that only wait for it. Their states tell what became of them.</summary>
    internal async Task SettleAsync(IReadOnlyCollection<Order> orders, CancellationToken cancellationToken)
    {
        if (patience <= TimeSpan.Zero || orders.Count == 0)
        {
            return;
        }

        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Order? changed)
        {
            if (changed is not null && orders.All(o => !o.State.IsAtBroker()))
            {
                settled.TrySetResult();
            }
        }

        void Dealt(Sdk.Brokers.ExecutionReport report, Order? order) => Look(order);
        OrderRouter router = paper.Do(desk =>
        {
            desk.Router.Dealt += Dealt;
            desk.Router.Ended += Look;
            Look(orders.First());
            return desk.Router;
        });
        try
        {
            await settled.Task.WaitAsync(patience, wall, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The bar is not over yet; the answer says that the orders wait for it.
        }
        finally
        {
            paper.Do(_ =>
            {
                router.Dealt -= Dealt;
                router.Ended -= Look;
                return 0;
            });
        }
    }

    private static bool SameTerms(OrderIntent a, OrderIntent b) =>
        Essence(a) == Essence(b);

    private static OrderIntent Essence(OrderIntent intent) => intent with { ReferencePrice = 0, Reason = "", Deviation = 0, AcceptReduced = true };
}
