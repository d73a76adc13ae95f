namespace OpenTrading.Sdk.Risk;

/// <summary>The equity that an account may not fall to.</summary>
/// <param name="Highest">Highest floor of all rules that hold one, account currency.</param>
/// <param name="Buffer">Distance from it at which the host stops already, account currency.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record LossFloor(decimal Highest, decimal Buffer)
{
    /// <summary>Equity at or below which the host stops.</summary>
    public decimal Trip => Highest + Buffer;
}
