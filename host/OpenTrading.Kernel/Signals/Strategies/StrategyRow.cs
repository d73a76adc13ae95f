using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Signals.Strategies;

/// <summary>A strategy in a list.</summary>
/// <param name="StrategyId">Id.</param>
/// <param name="Version">Version of its plugin; of a script the first digits of its hash.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Timeframes">Bar lengths it is meant for.</param>
/// <param name="Enabled">Whether it may be run; not after it failed, until its file changes.</param>
public sealed record StrategyRow(string StrategyId, string Version, StrategyKind Kind, IReadOnlyList<Timeframe> Timeframes, bool Enabled)
{
    internal static StrategyRow Of(StrategyOffer offer) => new(offer.Id, offer.Version, offer.Kind, offer.Timeframes, offer.Disabled is null);
}
