using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Approvals;

/// <summary>Who may approve: operators in open sessions, and nobody else.</summary>
public interface IApprovers
{
    /// <summary>The operator behind a call; null when it came without an open operator session.</summary>
    Approver? Of(Principal caller);

    /// <summary>Whether a session is still open.</summary>
    /// <param name="session">Digest of its id.</param>
    bool IsOpen(string session);
}
