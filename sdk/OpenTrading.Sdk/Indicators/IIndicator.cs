using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>The uniform face of a streaming indicator, for catalogs, charts and feature tables. Strategies use the typed members.</summary>
/// <threadsafety>Not safe; one series on one thread.</threadsafety>
public interface IIndicator
{
    /// <summary>Names of the outputs, in camelCase, in the order <see cref="Update"/> writes them.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>Bars until every output has a value. Where the prices decide (swings, reversals), the fewest it can take.</summary>
    int WarmupBars { get; }

    /// <summary>Whether the latest bar gave a value; of several outputs, to the one that is known last.</summary>
    bool IsReady { get; }

    /// <summary>Takes the next bar.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <param name="outputs">
    /// Receives the value of each output at this bar; <see cref="double.NaN"/> where it is not known yet or not defined.
    /// At least as long as <see cref="Outputs"/>.
    /// </param>
    /// <exception cref="ArgumentException">The span is shorter than <see cref="Outputs"/>; the bar is taken nevertheless.</exception>
    void Update(in Bar bar, Span<double> outputs);

    /// <summary>Forgets all bars; the next one is the first.</summary>
    void Reset();
}
