using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Tests.Backtesting.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

/// <summary>Choosing on all bars but a fold and its surroundings.</summary>
public sealed class PurgedSelectionTests
{
    // Six bars: the first trial earns early, the second late.
    private static readonly TrialSet Trials = new([Runs.Curve(100, 104, 108, 109, 110, 110, 110), Runs.Curve(100, 100, 100, 101, 102, 107, 112)]);

    [Fact]
    public void Run_TwoFolds_ChoosesWhatWasBestElsewhere()
    {
        PurgedSelectionResult result = PurgedSelection.Run(Trials, folds: 2, horizon: 0, embargo: 0);

        // Late bars favour the second, which earned 1 early; early bars favour the first, which earned 1 late.
        Assert.Equal([1, 0], result.Steps.Select(s => s.Selected));
        Assert.Equal([11.0, 9], result.Steps.Select(s => s.TrainProfit));
        Assert.Equal([1.0, 1], result.Steps.Select(s => s.TestProfit));
        Assert.Equal((2, 2), (result.TestProfit, result.ProfitableFolds));
        Assert.Equal(0.1, result.Efficiency, 1e-12);
    }

    [Fact]
    public void Run_Purged_ChoosesOnFewerBars()
    {
        PurgedSelectionResult result = PurgedSelection.Run(Trials, folds: 2, horizon: 1, embargo: 0);

        Assert.Equal([2, 2], result.Steps.Select(s => s.TrainBars));
        Assert.Equal([10.0, 8], result.Steps.Select(s => s.TrainProfit));
    }

    [Fact]
    public void Run_NoBarLeft_IsRefused() => Assert.Throws<ArgumentException>(() => PurgedSelection.Run(Trials, folds: 2, horizon: 3, embargo: 0));
}
