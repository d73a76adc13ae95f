using OpenTrading.Sdk.Data;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>One watchlist, as the test fills it.</summary>
internal sealed class MainList : IWatchlists
{
    /// <summary>What it holds.</summary>
    public List<string> Symbols { get; } = ["EURUSD", "GBPUSD"];

    public IReadOnlyList<string> Names => ["main"];

    public IReadOnlyList<string>? Find(string name = "main") => name == "main" ? Symbols : null;
}
