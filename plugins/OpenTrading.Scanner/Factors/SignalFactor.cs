using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>What strategies said lately: sides of the recorded signals not older than six bars of theirs, weighed by confidence.</summary>
internal sealed class SignalFactor : Factor
{
    public override string Name => "signals";

    public override string Absence => "no strategy's signal of the latest six bars is recorded";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => market.SignalLean is { } lean
        ? FactorReading.OfLean(lean, direction, FormattableString.Invariant($"recorded signals lean {lean:+0.00;-0.00;0.00}"))
        : null;
}
