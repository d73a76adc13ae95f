namespace OpenTrading.Kernel.Approvals;

/// <summary>An operator at work, in a session that is open.</summary>
/// <param name="Actor"><c>operator:ID</c>.</param>
/// <param name="Session">Digest of the session's id.</param>
/// <param name="HasSteppedUp">Whether the passphrase was entered within the last five minutes.</param>
public sealed record Approver(string Actor, string Session, bool HasSteppedUp);
