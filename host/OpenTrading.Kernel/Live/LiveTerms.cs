using OpenTrading.Kernel.Approvals;
using OpenTrading.Kernel.Orders;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Live;

/// <summary>An account at a broker: humans approve what clients ask for, and on real money everything that is not the undoing of a risk.</summary>
/// <param name="kind">Demo or real.</param>
/// <param name="queue">Where orders wait.</param>
/// <param name="settings">How humans approve.</param>
internal sealed class LiveTerms(AccountKind kind, ApprovalQueue queue, ApprovalSettings settings) : IDeskTerms
{
    public string Environment => kind == AccountKind.Real ? "live" : "demo";

    public bool SharesFate => false;

    public string? Exempt(Order order)
    {
        string proposer = order.Intent.Proposer;
        bool lowersRisk = (order.Class & OrderClass.EntryOrRaise) == 0;
        return proposer == "host" && order.Class is OrderClass.Close or OrderClass.Reduce ? "protective order of the host"
            : lowersRisk && proposer.StartsWith("operator:", StringComparison.Ordinal) ? "an operator's own"
            : kind == AccountKind.Demo && !settings.OnDemo && proposer.StartsWith("strategy:", StringComparison.Ordinal) ? "demo account"
            : null;
    }

    public ApprovalState? ApprovalOf(Order order) => Exempt(order) is null ? queue.StateOf(order) : null;
}
