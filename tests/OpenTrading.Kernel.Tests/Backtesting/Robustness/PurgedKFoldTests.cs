using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class PurgedKFoldTests
{
    [ReferenceFact("backtest", "overfitting.json")]
    public void Folds_AreTheGoldenOnes()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("purgedKFold").GetProperty("folds");

        IReadOnlyList<PurgedFold> folds = PurgedKFold.Folds(1003, 5, 10, 0.01);

        Assert.Equal(5, folds.Count);
        foreach ((JsonElement row, PurgedFold fold) in golden.EnumerateArray().Zip(folds))
        {
            Assert.Equal(Range(row.GetProperty("test")), fold.Test);
            Assert.Equal(row.GetProperty("train").EnumerateArray().Select(Range), fold.Train);
        }
    }

    [Theory]
    [InlineData(100, 7, 3, 0.05)]
    [InlineData(40, 10, 9, 0.5)]
    [InlineData(11, 11, 0, 0)]
    public void Folds_NoTrainingLabelTouchesATestLabel(int samples, int count, int horizon, double embargo)
    {
        IReadOnlyList<PurgedFold> folds = PurgedKFold.Folds(samples, count, horizon, embargo);

        Assert.Equal(samples, folds.Sum(f => f.Test.Count));
        Assert.All(folds, fold => Assert.All(
            fold.Train.SelectMany(r => Enumerable.Range(r.From, r.Count)),
            i => Assert.True(i + horizon < fold.Test.From || i >= fold.Test.To + horizon)));
    }

    [Theory]
    [InlineData(10, 1, 0, 0)]
    [InlineData(3, 5, 0, 0)]
    [InlineData(10, 2, -1, 0)]
    [InlineData(10, 2, 0, 1)]
    [InlineData(10, 2, 0, double.NaN)]
    public void Folds_NumbersOutOfRange_AreRefused(int samples, int folds, int horizon, double embargo) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PurgedKFold.Folds(samples, folds, horizon, embargo));

    private static IndexRange Range(JsonElement pair) => new(pair[0].GetInt32(), pair[1].GetInt32());
}
