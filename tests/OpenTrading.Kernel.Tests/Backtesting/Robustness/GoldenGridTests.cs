using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Tests.Backtesting.Support;
using OpenTrading.Simulation.Tests.Support;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

/// <summary>The 400 runs that the other golden numbers are made of.</summary>
public class GoldenGridTests
{
    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Grid_FinalEquities_AreTheGoldenOnes()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("grid");
        GoldenGrid grid = GoldenGrid.Once;
        double[] finals = [.. Enumerable.Range(0, grid.Trials.Count).Select(i => grid.Trials[i].Final)];

        Assert.All(golden.GetProperty("finalEquity").EnumerateArray().Zip(finals), pair => Assert.Equal(pair.First.GetDouble(), pair.Second, 1e-6));
        Near.Equal(golden, "sum_finalEquity", finals.Sum());
        Assert.Equal(golden.GetProperty("totalFills").GetInt32(), grid.Fills.Sum());
        Assert.Equal(381, grid.Trials.Best);
        Assert.Equal([40, 55], GoldenGrid.Grid.Values(381));
        Assert.Equal(120, Array.IndexOf(finals, finals.Min()));
    }

    [GoldenFact("overfitting.json", "EURUSD_H1.csv")]
    public void Sensitivity_OfTheGrid_IsTheGoldenOne()
    {
        JsonElement golden = GoldenGrid.Golden.GetProperty("sensitivity");
        GoldenGrid grid = GoldenGrid.Once;

        SensitivityResult result = ParameterSensitivity.Of(
            GoldenGrid.Grid, [.. Enumerable.Range(0, grid.Trials.Count).Select(i => grid.Trials[i].Final - grid.Trials.InitialCash)]);

        Assert.Equal(381, result.Best);
        Assert.Equal([360, 361, 362, 380, 382], result.Neighbours);
        Near.Equal(golden.GetProperty("neighbourMean").GetDouble() - 1_000_000, result.NeighbourMean);
        Near.Equal(golden, "plateauRatio", result.PlateauRatio);
        Near.Equal(golden, "profitableShare", result.ProfitableShare);
    }
}
