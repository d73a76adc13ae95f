namespace OpenTrading.Host.Running.Backtests;

/// <summary>What a user asks a sweep to do.</summary>
/// <param name="Axes">Parameters with their values, as <c>fast=2..40:2</c>.</param>
/// <param name="Objective">Key of the metric that ranks the trials.</param>
/// <param name="Search"><c>grid</c>, <c>random:RUNS</c> or <c>genetic:RUNS</c>.</param>
/// <param name="Threads">Threads; null takes one a core.</param>
/// <param name="Overfitting">Whether the equity curves are kept and tested for overfitting.</param>
/// <param name="WalkForward"><c>IS/OOS</c> or <c>IS/OOS:anchored</c>, bars; null for none.</param>
internal sealed record SweepRequest(IReadOnlyList<string> Axes, string Objective, string Search, int? Threads, bool Overfitting, string? WalkForward);
