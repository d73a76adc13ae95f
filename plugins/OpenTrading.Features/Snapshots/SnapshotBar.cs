namespace OpenTrading.Features.Snapshots;

/// <summary>The bar of a snapshot.</summary>
/// <param name="Time">UTC opening time.</param>
/// <param name="Close">Close, price units.</param>
public sealed record SnapshotBar(DateTime Time, decimal Close);
