namespace OpenTrading.Sdk.Indicators;

/// <summary>A yes or no among outputs that are numbers.</summary>
internal static class Flag
{
    /// <returns>1 for yes, 0 for no, NaN for unknown.</returns>
    public static double Output(bool? flag) => flag switch { true => 1, false => 0, null => double.NaN };
}
