namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>How bars are cut into windows. Each moves on by the bars it was tested on; a last one that is not whole is dropped.</summary>
/// <param name="InSampleBars">Bars to choose on; of an anchored walk, those of the first window. At least 1.</param>
/// <param name="OutOfSampleBars">Bars to trade. At least 1.</param>
/// <param name="Mode">Whether what lies further back still counts.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record WalkForwardPlan(int InSampleBars, int OutOfSampleBars, WalkForwardMode Mode)
{
    /// <summary>The windows of so many bars.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1, or the bars hold no window.</exception>
    public IReadOnlyList<WalkForwardWindow> Windows(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(InSampleBars, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(OutOfSampleBars, 1);
        if ((long)InSampleBars + OutOfSampleBars > bars)
        {
            throw new ArgumentOutOfRangeException(
                nameof(bars), bars, $"A walk-forward of {InSampleBars} + {OutOfSampleBars} bars needs at least as many. Shorten the windows or take more bars.");
        }

        return
        [
            .. Enumerable.Range(0, (bars - InSampleBars) / OutOfSampleBars).Select(k =>
            {
                int from = InSampleBars + (k * OutOfSampleBars);
                int first = Mode == WalkForwardMode.Anchored ? 0 : from - InSampleBars;
                return new WalkForwardWindow(k, new IndexRange(first, from), new IndexRange(from, from + OutOfSampleBars));
            }),
        ];
    }
}
