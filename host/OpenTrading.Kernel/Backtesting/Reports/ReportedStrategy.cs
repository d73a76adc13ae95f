using System.Text.Json.Nodes;

namespace OpenTrading.Kernel.Backtesting.Reports;

/// <summary>The strategy that ran.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">Its version, or the hash of its script.</param>
/// <param name="Parameters">Every parameter after defaults, by name.</param>
public sealed record ReportedStrategy(string Name, string Version, JsonObject Parameters);
