using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals.Generation;

/// <summary>What one strategy thinks of the newest bar of a series.</summary>
/// <param name="Strategy">Which strategy.</param>
/// <param name="Parameters">Its parameters in force, as text.</param>
/// <param name="Bars">What it saw.</param>
/// <param name="Signal">What it said: its surest signal to buy or sell; null for none.</param>
/// <param name="Reasons">Why, in words; also why not.</param>
/// <param name="Rules">The rules it stated.</param>
/// <param name="Inputs">What it looked at.</param>
internal sealed record Verdict(
    Strategies.StrategyOffer Strategy,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    MarketBars Bars,
    Signal? Signal,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<StatedRule> Rules,
    IReadOnlyDictionary<string, double> Inputs);
