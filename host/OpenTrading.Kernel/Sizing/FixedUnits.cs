namespace OpenTrading.Kernel.Sizing;

/// <summary>The same number of units for every trade, such as 100,000 of a currency pair's base.</summary>
public sealed class FixedUnits(decimal units) : ISizer
{
    public bool IsFixed => true;

    public decimal? Raw(SizingInput input, out string why)
    {
        why = "";
        return units / input.Instrument.ContractSize;
    }
}
