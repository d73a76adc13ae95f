namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>All about a strategy.</summary>
/// <param name="Description">What it buys and sells, and when.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="EntryRules">When it enters.</param>
/// <param name="ExitRules">How its trades end.</param>
/// <param name="WarmupBars">Bars before its first signal; null where it cannot say without its parameters.</param>
public sealed record StrategyDetail(
    string Description, IReadOnlyList<StrategyParameter> Parameters, IReadOnlyList<string> EntryRules, IReadOnlyList<string> ExitRules, int? WarmupBars)
{
    internal static StrategyDetail Of(StrategyOffer offer, int? warmupBars) => new(
        offer.Declaration.Description,
        [.. offer.Parameters.Items.Select(p => new StrategyParameter(p.Name, p.Kind, p.DefaultValue is Enum ? p.Default : p.DefaultValue, p.Range?.Min, p.Range?.Max))],
        offer.Declaration.EntryRules,
        offer.Declaration.ExitRules,
        warmupBars);
}
