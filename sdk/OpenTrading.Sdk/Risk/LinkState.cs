namespace OpenTrading.Sdk.Risk;

/// <summary>How the connection to a broker on another machine stands. The simulated broker has none.</summary>
/// <param name="IsConnected">Whether requests can be sent.</param>
/// <param name="Obstacle">What on the far side forbids trading, in words; empty when nothing does.</param>
/// <param name="Silence">Time since the last sign of life; null when it is not connected.</param>
/// <param name="SnapshotAge">Age of account, positions and orders.</param>
/// <param name="ClockDifference">Host's clock less the broker's; null when it is not known.</param>
/// <param name="IsReconciled">Whether the account was compared with the journal since the last connect, and nothing was left over.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record LinkState(bool IsConnected, string Obstacle, TimeSpan? Silence, TimeSpan SnapshotAge, TimeSpan? ClockDifference, bool IsReconciled);
