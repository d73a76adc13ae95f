namespace OpenTrading.Alerts.Tests.Support;

/// <summary>Tests that bear no other beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
