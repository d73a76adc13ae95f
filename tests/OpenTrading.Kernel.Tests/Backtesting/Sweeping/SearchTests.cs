using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Sweeps;

namespace OpenTrading.Kernel.Tests.Backtesting.Sweeping;

public class SearchTests
{
    private static readonly ParameterGrid Grid = new([new ParameterAxis("a", [.. Enumerable.Range(0, 30).Select(i => (double)i)]), new ParameterAxis("b", [.. Enumerable.Range(0, 30).Select(i => (double)i)])]);

    [Fact]
    public void Grid_TakesEveryCombinationOnceInOrder() => Assert.Equal(Enumerable.Range(0, 900), new GridSearch(Grid).Next([]));

    [Fact]
    public void Random_TakesDistinctOnesAndTheSameAgain()
    {
        IReadOnlyList<int> chosen = new RandomSearch(Grid, 200, seed: 5).Next([]);

        Assert.Equal(200, chosen.Distinct().Count());
        Assert.All(chosen, c => Assert.InRange(c, 0, 899));
        Assert.Equal(chosen, new RandomSearch(Grid, 200, seed: 5).Next([]));
        Assert.NotEqual(chosen, new RandomSearch(Grid, 200, seed: 6).Next([]));
    }

    [Fact]
    public void Random_AskedForMoreThanThereAre_TakesAll() => Assert.Equal(900, new RandomSearch(Grid, 5000, seed: 1).Next([]).Distinct().Count());

    [Fact]
    public void Genetic_ClimbsToTheHillWithinAFractionOfTheRuns()
    {
        List<Trial> trials = Run(new GeneticSearch(Grid, 250, 25, seeksHighest: true, seed: 3), Hill);

        Assert.Equal(250, trials.Select(t => t.Cell).Distinct().Count());
        Assert.True(trials.Max(t => t.Objective) >= -2, $"best {trials.Max(t => t.Objective)}");

        // What it chose last is better than what it drew first, on average.
        Assert.True(trials.TakeLast(25).Average(t => t.Objective) > trials.Take(25).Average(t => t.Objective) + 50);
    }

    [Fact]
    public void Genetic_SeekingTheLowest_GoesTheOtherWay()
    {
        List<Trial> trials = Run(new GeneticSearch(Grid, 200, 20, seeksHighest: false, seed: 3), cell => -Hill(cell));

        Assert.True(trials.Min(t => t.Objective) <= 2);
    }

    [Fact]
    public void Genetic_SameSeed_SameChoices() => Assert.Equal(
        Run(new GeneticSearch(Grid, 120, 20, true, 9), Hill).Select(t => t.Cell), Run(new GeneticSearch(Grid, 120, 20, true, 9), Hill).Select(t => t.Cell));

    [Fact]
    public void Genetic_WithoutAnyResult_StillTriesTheWholeGrid()
    {
        var small = new ParameterGrid([new ParameterAxis("a", [1, 2, 3]), new ParameterAxis("b", [1, 2, 3])]);

        Assert.Equal(9, Run(new GeneticSearch(small, 100, 4, true, 1), _ => double.NaN).Select(t => t.Cell).Distinct().Count());
    }

    private static double Hill(int cell) => -(Math.Pow((cell / 30) - 21, 2) + Math.Pow((cell % 30) - 8, 2));

    private static List<Trial> Run(ISearch search, Func<int, double> value)
    {
        var trials = new List<Trial>();
        while (search.Next(trials) is { Count: > 0 } next)
        {
            trials.AddRange(next.Select(cell => new Trial(cell, value(cell), 0, 0, 0)));
        }

        return trials;
    }
}
