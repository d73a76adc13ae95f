using OpenTrading.Kernel.Orders;
using static OpenTrading.Kernel.Orders.OrderState;

namespace OpenTrading.Kernel.Tests.Orders;

public sealed class OrderLifecycleTests
{
    // The transitions of the order life cycle, T2 to T15; whatever is not here is refused.
    private static readonly HashSet<(OrderState From, OrderState To)> Permitted =
    [
        (Proposed, PreChecked), (Proposed, Rejected),
        (PreChecked, AwaitingApproval), (PreChecked, Approved),
        (AwaitingApproval, Approved), (AwaitingApproval, Rejected),
        (Approved, FinalChecked), (Approved, Rejected),
        (FinalChecked, Submitting),
        (Submitting, Submitted), (Submitting, PartiallyFilled), (Submitting, Filled), (Submitting, Rejected), (Submitting, OutcomeUnknown),
        (Submitted, PartiallyFilled), (Submitted, Filled), (Submitted, Cancelled), (Submitted, Expired),
        (PartiallyFilled, PartiallyFilled), (PartiallyFilled, Filled), (PartiallyFilled, Cancelled), (PartiallyFilled, Expired),
        (Proposed, Expired), (PreChecked, Expired), (AwaitingApproval, Expired), (Approved, Expired), (FinalChecked, Expired),
        (Proposed, Cancelled), (PreChecked, Cancelled), (AwaitingApproval, Cancelled), (Approved, Cancelled), (FinalChecked, Cancelled),
        (OutcomeUnknown, Submitted), (OutcomeUnknown, PartiallyFilled), (OutcomeUnknown, Filled), (OutcomeUnknown, Cancelled),
        (OutcomeUnknown, Expired), (OutcomeUnknown, Rejected),
        (Filled, Reconciled), (Cancelled, Reconciled), (Expired, Reconciled), (Rejected, Reconciled),
    ];

    public static TheoryData<OrderState, OrderState> Pairs()
    {
        var pairs = new TheoryData<OrderState, OrderState>();
        foreach (OrderState from in Enum.GetValues<OrderState>())
        {
            foreach (OrderState to in Enum.GetValues<OrderState>())
            {
                pairs.Add(from, to);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Allows_EveryPair_IsTheTableOfTheLifeCycle(OrderState from, OrderState to) =>
        Assert.Equal(Permitted.Contains((from, to)), OrderLifecycle.Allows(from, to, wasSubmitted: true));

    [Theory]
    [InlineData(Cancelled)]
    [InlineData(Expired)]
    [InlineData(Rejected)]
    public void Allows_EndBeforeSubmitting_IsTerminal(OrderState end) => Assert.False(OrderLifecycle.Allows(end, Reconciled, wasSubmitted: false));

    [Fact]
    public void IsAtBroker_StatesInWhichTheBrokerMayAct() => Assert.Equal(
        [Submitting, Submitted, PartiallyFilled, OutcomeUnknown], Enum.GetValues<OrderState>().Where(s => s.IsAtBroker()));
}
