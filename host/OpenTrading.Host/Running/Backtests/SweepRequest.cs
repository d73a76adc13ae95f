namespace OpenTrading.Host.Running.Backtests;

/// <summary>What a user asks a sweep to do.</summary>
/// <param name="Axes">Parameters with their values, as <c>fast=2..40:2</c>.</param>
/// <param name="Objective">Key of the metric that ranks the trials.</param>
/// <param name="Search"><c>grid</c>, <c>random:RUNS</c> or <c>genetic:RUNS</c>.</param>
/// <param name="Threads">Threads; null takes one a core.</param>
/// <param name="Overfitting">Whether the equity curves are kept and tested for overfitting.</param>
/// <param name="WalkForward"><c>IS/OOS</c>, bars, with <c>:anchored</c> and <c>:rerun</c> behind it as wanted; null for none.</param>
/// <param name="KFold"><c>K/HORIZON</c> or <c>K/HORIZON/EMBARGO</c>; null for none.</param>
internal sealed record SweepRequest(IReadOnlyList<string> Axes, string Objective, string Search, int? Threads, bool Overfitting, string? WalkForward, string? KFold = null);
