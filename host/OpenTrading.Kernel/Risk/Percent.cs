namespace OpenTrading.Kernel.Risk;

/// <summary>Shares as they are shown.</summary>
internal static class Percent
{
    /// <summary><paramref name="part"/> of <paramref name="whole"/> in percent, to four digits; 0 of nothing.</summary>
    public static decimal Of(decimal part, decimal whole) => whole == 0 ? 0 : Math.Round(100 * part / whole, 4, MidpointRounding.AwayFromZero);
}
