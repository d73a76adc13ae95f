using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The volume is a multiple of the volume step. An entry is rounded down to it.</summary>
[RiskRule("volume_step", OrderClass.Entry | OrderClass.Reduce, "round down",
    Description = "The volume is a multiple of the volume step.")]
public sealed class VolumeStepRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        decimal volume = context.Order.Volume;
        RuleResult result = RuleResult.Test(
            volume % instrument.VolumeStep == 0,
            volume.ToString(CultureInfo.InvariantCulture),
            "multiple of",
            instrument.VolumeStep.ToString(CultureInfo.InvariantCulture),
            "lots");
        return context.Class == OrderClass.Entry ? result.OrReduceTo(volume - (volume % instrument.VolumeStep)) : result;
    }
}
