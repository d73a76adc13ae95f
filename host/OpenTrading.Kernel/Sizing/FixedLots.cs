namespace OpenTrading.Kernel.Sizing;

/// <summary>The same number of lots for every trade.</summary>
public sealed class FixedLots(decimal lots) : ISizer
{
    public bool IsFixed => true;

    public decimal? Raw(SizingInput input, out string why)
    {
        why = "";
        return lots;
    }
}
