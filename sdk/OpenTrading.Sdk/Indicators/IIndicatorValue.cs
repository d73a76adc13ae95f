namespace OpenTrading.Sdk.Indicators;

/// <summary>The outputs of an indicator at one bar: names, values and their order, declared in one place.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IIndicatorValue<TSelf>
    where TSelf : struct, IIndicatorValue<TSelf>
{
    /// <summary>Names of the outputs, in camelCase.</summary>
    static abstract IReadOnlyList<string> Outputs { get; }

    /// <summary>The value before warm-up: nothing is known.</summary>
    static abstract TSelf None { get; }

    /// <summary>
    /// Writes the outputs that belong to the bar itself, in the order of <see cref="Outputs"/>; NaN for those that do not.
    /// </summary>
    /// <param name="outputs">At least as long as <see cref="Outputs"/>.</param>
    void CopyTo(Span<double> outputs);
}
