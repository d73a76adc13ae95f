namespace OpenTrading.Sdk.Capabilities;

/// <summary>Who calls.</summary>
/// <param name="Actor"><c>client:ID</c> or <c>operator:ID</c>, as the journal names it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="IsAuthenticated">Whether it showed a credential. A caller without one reads and computes alone.</param>
public sealed record Principal(string Actor, Role Role, bool IsAuthenticated = true);
