using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Charts;

/// <summary>The latest pictures of the host, each to be read again as <c>opentrading://chart/{chartId}</c>.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IChartShelf
{
    /// <summary>Keeps a picture. It is named after its content: the same picture is one.</summary>
    /// <param name="svg">The drawing, such as <see cref="ChartCanvas.Svg"/>.</param>
    /// <param name="format">What to make of it.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <exception cref="CapabilityException">Pixels are asked for, and <c>rsvg-convert</c> is not installed or failed: DATA_UNAVAILABLE.</exception>
    Task<KeptChart> KeepAsync(string svg, ChartFormat format, CancellationToken cancellationToken);
}
