using OpenTrading.Kernel.Approvals;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>Operators whose sessions are open until the test ends them.</summary>
internal sealed class ApproversStub : IApprovers
{
    public HashSet<string> Ended { get; } = [];

    public bool HasSteppedUp { get; set; } = true;

    public Approver? Of(Principal caller) => caller.Role == Role.Operator && IsOpen(caller.Actor) ? new Approver(caller.Actor, caller.Actor, HasSteppedUp) : null;

    public bool IsOpen(string session) => !Ended.Contains(session);
}
