namespace OpenTrading.Analysis.Charts;

/// <summary>Form of a picture.</summary>
public enum ChartFormat
{
    /// <summary>Scalable vector graphics.</summary>
    Svg,

    /// <summary>Pixels, where <c>rsvg-convert</c> is installed.</summary>
    Png,
}
