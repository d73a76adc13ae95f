using OpenTrading.Scanner.Markets;

namespace OpenTrading.Scanner.Factors;

/// <summary>Whether the market moves at this hour: 50 where a bar of this hour is as wide as any, 100 where it is twice as wide. The same for both directions.</summary>
internal sealed class SessionFactor : Factor
{
    public override string Name => "session";

    public override string Absence => "bars of a day or longer have no hour of their own";

    public override FactorReading? Read(MarketReading market, TradeDirection direction) => market.Activity is { } activity
        ? FactorReading.OfShare(activity / 2, FormattableString.Invariant($"bars of this hour are {activity:0.00} times as wide as others"))
        : null;
}
