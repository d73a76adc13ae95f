using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;

namespace OpenTrading.Kernel.Tests.Backtesting.Robustness;

public class SensitivityTests
{
    private static readonly ParameterGrid Cube = new([new("a", [1, 2, 3]), new("b", [10, 20]), new("c", [5, 6, 7, 8])]);

    [Fact]
    public void Grid_LastAxisRunsFastest()
    {
        Assert.Equal(24, Cube.Count);
        Assert.Equal([2, 1, 2], Cube.Places(22));
        Assert.Equal([3, 20, 7], Cube.Values(22));
        Assert.All(Enumerable.Range(0, 24), i => Assert.Equal(i, Cube.IndexOf(Cube.Places(i))));
    }

    [Fact]
    public void Neighbours_AreClippedAtTheEdges()
    {
        Assert.Equal([1, 4, 5, 8, 9, 12, 13], Cube.Neighbours(0));
        Assert.Equal([0, 2], new ParameterGrid([new("a", [1, 2, 3])]).Neighbours(1));
        Assert.Empty(new ParameterGrid([new("a", [1])]).Neighbours(0));
    }

    [Fact]
    public void Plateau_OfASpike_IsNearNothing()
    {
        SensitivityResult result = ParameterSensitivity.Of(new ParameterGrid([new("a", [1, 2, 3, 4])]), [-5, 100, 5, -1]);

        Assert.Equal((1, 0.0, 0.0, 0.5), (result.Best, result.NeighbourMean, result.PlateauRatio, result.ProfitableShare));
    }

    [Fact]
    public void Plateau_OfALoss_IsUndefined() =>
        Assert.True(double.IsNaN(ParameterSensitivity.Of(new ParameterGrid([new("a", [1, 2])]), [-5, -6]).PlateauRatio));

    [Fact]
    public void HeatMap_OfThreeAxes_AveragesTheThird()
    {
        double[] profits = [.. Enumerable.Range(0, 24).Select(i => (double)i)];

        HeatMap map = HeatMap.Of(Cube, profits, rows: 0, columns: 2);

        Assert.Equal(("a", "c"), (map.Rows!.Name, map.Columns.Name));
        Assert.Equal([2, 3, 4, 5], map.Cells[0]);
        Assert.Equal([18, 19, 20, 21], map.Cells[2]);
    }

    [Fact]
    public void Grid_WithoutValues_IsRefused() => Assert.Throws<ArgumentException>(() => new ParameterGrid([new("a", [])]));

    [Fact]
    public void Grid_OfABillionBillions_IsRefused()
    {
        ParameterAxis axis = new("a", [.. Enumerable.Range(0, 100_000).Select(i => (double)i)]);

        Assert.Throws<ArgumentException>(() => new ParameterGrid([axis, axis, axis, axis]));
    }
}
