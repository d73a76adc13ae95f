using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>The volume is at most the instrument's largest. An entry is lowered to it.</summary>
[RiskRule("volume_max", OrderClass.Entry | OrderClass.Reduce, "split",
    Description = "The volume is at most the instrument's largest.")]
public sealed class VolumeMaxRule : IRiskRule
{
    public RuleResult Check(RiskContext context)
    {
        if (context.Instrument is not { } instrument)
        {
            return RuleResult.Missing("an instrument");
        }

        RuleResult result = RuleResult.AtMost(context.Order.Volume, instrument.VolumeMax, "lots");
        return context.Class == OrderClass.Entry ? result.OrReduceTo(instrument.VolumeMax) : result;
    }
}
