using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>An entry has at least the smallest volume; a partial close leaves nothing or at least that.</summary>
[RiskRule("volume_min", OrderClass.Entry | OrderClass.Reduce, "raise")]
public sealed class VolumeMinRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        decimal volume = context.Order.Volume;
        if (context.Class == OrderClass.Reduce)
        {
            decimal rest = Open(context) - volume;
            return rest == 0 ? RuleResult.AtLeast(volume, 0, "lots") : RuleResult.AtLeast(rest, instrument.VolumeMin, "lots left");
        }

        return RuleResult.AtLeast(volume, instrument.VolumeMin, "lots");
    }

    private static decimal Open(RiskContext context) => context.Order.Target is { } ticket
        ? context.Positions.Where(p => p.Ticket == ticket).Sum(p => p.Volume)
        : context.Positions.Where(p => p.Symbol == context.Order.Symbol).Sum(p => p.Volume);
}
