using OpenTrading.Host.Security;
using OpenTrading.Kernel.Approvals;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public sealed class OperatorApproversTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Of_OperatorInASession_IsTheApproverUntilItEnds()
    {
        var sessions = new OperatorSessions(_clock);
        (OperatorSession session, _) = sessions.Open("ann");
        var approvers = new OperatorApprovers(sessions);

        Assert.Equal(new Approver("operator:ann", session.Digest, HasSteppedUp: true), approvers.Of(session.Caller));
        Assert.True(approvers.IsOpen(session.Digest));
        sessions.End(session);
        Assert.Null(approvers.Of(session.Caller));
        Assert.False(approvers.IsOpen(session.Digest));
    }

    [Fact]
    public void Of_SomebodyWhoSaysSo_IsNobody()
    {
        var sessions = new OperatorSessions(_clock);
        sessions.Open("ann");

        Assert.Null(new OperatorApprovers(sessions).Of(new Principal("operator:ann", Role.Operator)));
    }
}
