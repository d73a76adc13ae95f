namespace OpenTrading.Sdk.Risk;

/// <summary>A rule that keeps a distance from the highest floor.</summary>
public interface ILossBuffer
{
    /// <summary>The distance, account currency.</summary>
    /// <param name="state">What the journal knows.</param>
    decimal Buffer(RiskState state);
}
