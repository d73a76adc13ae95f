using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness;
using OpenTrading.Kernel.Backtesting.Robustness.CrossValidation;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Sdk.Statistics;
using OpenTrading.Simulation.Randomness;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class CscvTests
{
    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Run_OnTheGrid_HasTheGoldenNumbers()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("cscv");

        CscvResult result = Cscv.Run(GoldenGrid.Once.Trials);

        Assert.Equal((400, 16, 1250, 12870), (result.Trials, result.Blocks, result.RowsPerBlock, result.Splits.Count));
        Assert.Equal(4761, result.LogitsAtOrBelowZero);
        Near.Equal(golden, "pbo", result.ProbabilityOfOverfitting);
        Near.Equal(golden, "meanLogit", result.MeanLogit);
        Near.Equal(golden, "medianLogit", result.MedianLogit);
        Near.Equal(golden, "probabilityOfLoss", result.ProbabilityOfLoss);
        Near.Equal(golden, "degradationSlope", result.DegradationSlope);
        Near.Equal(golden, "degradationIntercept", result.DegradationIntercept);
        Near.Equal(golden, "meanIsSharpe", result.MeanInSample);
        Near.Equal(golden, "meanOosSharpe", result.MeanOutOfSample);
        Assert.Equal(
            golden.GetProperty("mostSelected").EnumerateArray().Select(row => (row[0].GetInt32(), row[1].GetInt32())), result.Selections.Take(5));
        foreach (JsonElement row in golden.GetProperty("rows").EnumerateArray())
        {
            CscvSplit split = result.Splits[row.GetProperty("combo").GetInt32()];
            Assert.Equal(
                row.GetProperty("inSampleBlocks").EnumerateArray().Select(b => b.GetInt32()),
                Enumerable.Range(0, 16).Where(b => (split.Blocks >> b & 1) == 1));
            Assert.Equal((row.GetProperty("selected").GetInt32(), row.GetProperty("oosRank").GetDouble()), (split.Selected, split.Rank));
            Near.Equal(row, "isSharpe", split.InSample);
            Near.Equal(row, "oosSharpe", split.OutOfSample);
            Near.Equal(row, "omega", split.RelativeRank);
            Near.Equal(row, "logit", split.Logit);
        }
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Sums_OfBlocks_AreTheGoldenOnes()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("cscv");

        BlockSums sums = BlockSums.Of(GoldenGrid.Once.Trials, 16);

        foreach ((string name, int trial) in new[] { ("blockSumsOfBest", 381), ("blockSumsOfIndex0", 0) })
        {
            Assert.All(
                golden.GetProperty(name).EnumerateArray().Select((value, block) => (Expected: value.GetDouble(), Actual: sums.Sum(block)[trial])),
                pair => Assert.Equal(pair.Expected, pair.Actual, 1e-14));
        }
    }

    [Fact]
    public void Run_AnyNumberOfThreads_IsTheSame()
    {
        TrialSet trials = Random(trials: 37, bars: 330, seed: 5);

        CscvResult one = Cscv.Run(trials, 12, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        CscvResult many = Cscv.Run(trials, 12, new ParallelOptions { MaxDegreeOfParallelism = 7 });

        Assert.Equal(924, one.Splits.Count);
        Assert.Equal(one.Splits, many.Splits);
        Assert.Equal((one.DegradationSlope, one.MeanLogit), (many.DegradationSlope, many.MeanLogit));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(12)]
    public void Run_EverySplit_EqualsTheOneMadeByConcatenation(int blocks)
    {
        // Three bars more than fill the blocks: the first three are dropped.
        TrialSet trials = Random(trials: 9, bars: (blocks * 11) + 1, seed: 11);
        CscvResult result = Cscv.Run(trials, blocks);

        uint previous = uint.MaxValue;
        foreach (CscvSplit split in result.Splits)
        {
            double[] inside = Scores(trials, blocks, split.Blocks, inSample: true);
            double[] outside = Scores(trials, blocks, split.Blocks, inSample: false);
            int best = Array.IndexOf(inside, inside.Max());
            Assert.Equal(best, split.Selected);
            Assert.Equal(inside[best], split.InSample, 1e-9);
            Assert.Equal(Correlation.Ranks(outside)[best], split.Rank);

            // Lexicographic: read from the first block on, the choices fall as numbers.
            uint order = Reversed(split.Blocks, blocks);
            Assert.True(order < previous);
            previous = order;
        }
    }

    [Fact]
    public void Run_TrialsThatNeverTrade_ScoreZeroAndShareARank()
    {
        double[] flat = [.. Enumerable.Repeat(1000.0, 40)];
        double[] falling = [.. Enumerable.Range(1, 40).Select(i => 1000.0 - i - (i % 3))];

        CscvResult result = Cscv.Run(new TrialSet([Runs.Curve(1000, flat), Runs.Curve(1000, flat), Runs.Curve(1000, falling)]), 4);

        Assert.All(result.Splits, s => Assert.Equal((0, 0.0, 0.0, 2.5), (s.Selected, s.InSample, s.OutOfSample, s.Rank)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(22)]
    [InlineData(20)]
    public void Run_BlocksThatCannotBe_AreRefused(int blocks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cscv.Run(Random(trials: 2, bars: 30, seed: 1), blocks));

    private static TrialSet Random(int trials, int bars, ulong seed)
    {
        var random = new Xoshiro256(seed);
        return new TrialSet(Enumerable.Range(0, trials).Select(_ =>
        {
            double equity = 1000;
            return Runs.Curve(1000, [.. Enumerable.Range(0, bars).Select(_ => equity += random.NextDouble() - 0.5)]);
        }).ToArray());
    }

    private static double[] Scores(TrialSet trials, int blocks, uint chosen, bool inSample)
    {
        int rows = trials.Bars / blocks;
        int dropped = trials.Bars % blocks;
        return
        [
            .. Enumerable.Range(0, trials.Count).Select(trial =>
            {
                double[] returns = trials.Returns(trial)[dropped..];
                double[] sample = [.. returns.Where((_, i) => ((chosen >> (i / rows) & 1) == 1) == inSample)];
                return Moments.Mean(sample) / Moments.Deviation(sample);
            }),
        ];
    }

    private static uint Reversed(uint chosen, int blocks)
    {
        uint reversed = 0;
        for (int block = 0; block < blocks; block++)
        {
            reversed |= (chosen >> block & 1) << (blocks - 1 - block);
        }

        return reversed;
    }
}
