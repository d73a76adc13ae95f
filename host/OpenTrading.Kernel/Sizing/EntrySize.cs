using System.Globalization;

namespace OpenTrading.Kernel.Sizing;

/// <summary>The size of an entry on the volume grid.</summary>
internal static class EntrySize
{
    /// <summary>Lots, floored to the grid; null, with <paramref name="why"/>, when there is no size or it is below the smallest order.</summary>
    public static decimal? Of(ISizer sizer, in SizingInput input, out string why)
    {
        if (sizer.Raw(input, out why) is not { } raw)
        {
            return null;
        }

        decimal volume = input.Instrument.FloorVolume(raw);
        if (volume <= 0)
        {
            why = string.Create(CultureInfo.InvariantCulture, $"size_below_minimum: {raw:0.####} lots, minimum {input.Instrument.VolumeMin}");
            return null;
        }

        return volume;
    }
}
