using OpenTrading.Kernel.Approvals;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Security;

/// <summary>Operators who are logged in, as those who may approve.</summary>
internal sealed class OperatorApprovers(OperatorSessions sessions) : IApprovers
{
    public Approver? Of(Principal caller) => sessions.Of(caller) is { } session ? new Approver(session.Caller.Actor, session.Digest, sessions.HasSteppedUp(caller)) : null;

    public bool IsOpen(string session) => sessions.IsOpen(session);
}
