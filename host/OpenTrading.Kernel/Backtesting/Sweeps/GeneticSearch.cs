using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Kernel.Backtesting.Sweeps;

/// <summary>
/// Combinations bred from the best so far: parents by tournament, each parameter from one of the two, now and then a step to a neighbouring value.
/// No combination is run twice.
/// </summary>
public sealed class GeneticSearch : ISearch
{
    private const int Tournament = 3;
    private const int MutationOneIn = 4;

    // Where parents and children look alike, new blood is drawn instead of trying for ever.
    private const int Attempts = 20;

    private readonly ParameterGrid _grid;
    private readonly int _population;
    private readonly bool _seeksHighest;
    private readonly Xoshiro256 _random;
    private readonly HashSet<int> _seen = [];

    /// <summary>A search.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="runs">Runs in all; never more than there are combinations.</param>
    /// <param name="population">Runs of one generation, at least 4.</param>
    /// <param name="seeksHighest">Whether a higher objective is better.</param>
    /// <param name="seed">Seed of every choice.</param>
    public GeneticSearch(ParameterGrid grid, int runs, int population, bool seeksHighest, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 4);
        (_grid, Most, _population, _seeksHighest, _random) = (grid, Math.Min(runs, grid.Count), population, seeksHighest, new Xoshiro256(seed));
    }

    public int Most { get; }

    public IReadOnlyList<int> Next(IReadOnlyList<Trial> done)
    {
        Trial[] able = [.. done.Where(t => double.IsFinite(t.Objective))];
        var next = new List<int>();
        while (next.Count < _population && _seen.Count < Most)
        {
            next.Add(able.Length < 2 ? Fresh() : Bred(able));
        }

        return next;
    }

    private int Bred(Trial[] able)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int child = Child(Parent(able), Parent(able));
            if (_seen.Add(child))
            {
                return child;
            }
        }

        return Fresh();
    }

    private int Child(Trial mother, Trial father)
    {
        int[] ofMother = _grid.Places(mother.Cell);
        int[] ofFather = _grid.Places(father.Cell);
        for (int axis = 0; axis < ofMother.Length; axis++)
        {
            int place = _random.Below(2) == 0 ? ofMother[axis] : ofFather[axis];
            if (_random.Below(MutationOneIn) == 0)
            {
                place += _random.Below(2) == 0 ? 1 : -1;
            }

            ofMother[axis] = Math.Clamp(place, 0, _grid.Axes[axis].Values.Count - 1);
        }

        return _grid.IndexOf(ofMother);
    }

    private Trial Parent(Trial[] able)
    {
        Trial best = able[_random.Below(able.Length)];
        for (int i = 1; i < Tournament; i++)
        {
            Trial rival = able[_random.Below(able.Length)];
            best = rival.Objective > best.Objective == _seeksHighest ? rival : best;
        }

        return best;
    }

    private int Fresh()
    {
        int cell = (int)_random.Below(_grid.Count);
        while (!_seen.Add(cell))
        {
            cell = (cell + 1) % _grid.Count;
        }

        return cell;
    }
}
