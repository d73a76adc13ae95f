using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>An entry has at least the smallest volume; a partial close leaves nothing or at least that.</summary>
[RiskRule("volume_min", OrderClass.Entry | OrderClass.Reduce, "raise",
    Description = "The volume is at least the smallest; a partial close leaves nothing or at least that.")]
public sealed class VolumeMinRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        decimal volume = context.Order.Volume;
        if (context.Class != OrderClass.Reduce || volume < instrument.VolumeMin)
        {
            // All of an odd lot may be closed although it is below the smallest volume.
            bool closesOddLot = context.Class == OrderClass.Reduce && volume > 0 && volume == Open(context);
            return RuleResult.AtLeast(volume, closesOddLot ? volume : instrument.VolumeMin, "lots");
        }

        decimal rest = Open(context) - volume;
        return RuleResult.AtLeast(rest, rest == 0 ? 0 : instrument.VolumeMin, "lots left");
    }

    private static decimal Open(RiskContext context) => context.Order.Target is { } ticket
        ? context.Positions.Where(p => p.Ticket == ticket).Sum(p => p.Volume)
        : context.Positions.Where(p => p.Symbol == context.Order.Symbol).Sum(p => p.Volume);
}
