namespace OpenTrading.Host.Diagnosis.Health;

/// <summary>How a part of a host is.</summary>
/// <param name="Name">Which part.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was found, and what to do where something is amiss.</param>
internal sealed record ComponentHealth(string Name, HealthStatus Status, string Detail);
