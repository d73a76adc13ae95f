namespace OpenTrading.Sdk.Charts;

/// <summary>Form of a picture.</summary>
/// <threadsafety>Immutable.</threadsafety>
public enum ChartFormat
{
    /// <summary>Scalable vector graphics.</summary>
    Svg,

    /// <summary>Pixels, where <c>rsvg-convert</c> is installed.</summary>
    Png,
}
