using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.Backtesting.Metrics;
using OpenTrading.Kernel.Backtesting.Robustness.Sensitivity;
using OpenTrading.Kernel.Backtesting.Runs;
using OpenTrading.Kernel.Backtesting.Sweeps;
using OpenTrading.Kernel.Journal;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>A sweep that is understood: every value lies in its parameter's range, and the number of runs is bearable.</summary>
internal sealed class SweepPlan
{
    /// <summary>Most runs of one sweep.</summary>
    public const int MostRuns = 1_000_000;

    private const int Population = 32;

    // Curves of all trials are held in memory while they are tested.
    private const long MostCurveBytes = 4L << 30;

    private readonly BacktestPlan _plan;
    private readonly SweepRequest _request;

    private SweepPlan(BacktestPlan plan, SweepRequest request, ParameterGrid grid)
    {
        (_plan, _request, Grid) = (plan, request, grid);
        Objective = Fitting.Of(() => MetricCatalog.Named(request.Objective));
        WalkForward = request.WalkForward is { } text ? WalkForwardTerm.Parse(text) : null;
        KFold = request.KFold is { } folds ? KFoldTerm.Parse(folds) : null;
        KeepsCurves = request.Overfitting || WalkForward is { IsRerun: false } || KFold is not null;
        Runs = Search().Most;
        if (Runs > MostRuns)
        {
            throw new FormatException(
                $"--sweep asks for {Runs:N0} runs; at most {MostRuns:N0} are made. Take larger steps, or let --search random:1000 or genetic:1000 choose.");
        }

        if (KeepsCurves && (long)Runs * plan.Inputs[0].Bars.Count * sizeof(double) > MostCurveBytes)
        {
            throw new FormatException($"The curves of {Runs:N0} runs over {plan.Inputs[0].Bars.Count:N0} bars do not fit into memory; sweep fewer values or fewer bars, or leave --overfitting, --walk-forward and --k-fold out.");
        }
    }

    /// <summary>Parameters and their values.</summary>
    public ParameterGrid Grid { get; }

    /// <summary>What the trials are ranked by.</summary>
    public Metric Objective { get; }

    /// <summary>Windows to walk forward in; null for none.</summary>
    public WalkForwardTerm? WalkForward { get; }

    /// <summary>Folds to choose and test in; null for none.</summary>
    public KFoldTerm? KFold { get; }

    /// <summary>Whether the curves are kept.</summary>
    public bool KeepsCurves { get; }

    /// <summary>Runs to come.</summary>
    public int Runs { get; }

    /// <summary>Understands a request.</summary>
    /// <exception cref="FormatException">A text is none of its forms, the objective is unknown, or there would be too many runs.</exception>
    /// <exception cref="PluginException">A parameter is unknown, or a value is outside its range.</exception>
    public static SweepPlan Of(BacktestPlan plan, SweepRequest request)
    {
        ParameterAxis[] axes = [.. request.Axes.Select(SweepText.Parse)];
        if (axes.GroupBy(a => a.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new FormatException($"--sweep names {twice.Key} {twice.Count()} times; name it once.");
        }

        // The ends of every range are tried before anything is run.
        foreach (ParameterAxis axis in axes)
        {
            plan.Setup([Set(axis.Name, axis.Values[0])], out _);
            plan.Setup([Set(axis.Name, axis.Values[^1])], out _);
        }

        Fitting.Of(() => new Backtest(plan.Setup([], out _)));
        return new SweepPlan(plan, request, Fitting.Of(() => new ParameterGrid(axes)));
    }

    /// <summary>The sweep, ready to run.</summary>
    /// <param name="log">Trials of an earlier, unfinished run.</param>
    public SweepSetup Setup(SweepLog? log) => new()
    {
        Grid = Grid,
        Search = Search(),
        Objective = Objective,
        Make = values => Make(values, out _),
        Threads = _request.Threads ?? Environment.ProcessorCount,
        KeepCurves = KeepsCurves,
        Log = log,
    };

    /// <summary>The combinations of some trials, as <c>NAME=VALUE</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sets(IEnumerable<Trial> trials) =>
        [.. trials.Select(t => (string[])[.. Grid.Axes.Zip(Grid.Values(t.Cell), (axis, value) => Set(axis.Name, value))])];

    /// <summary>The backtest of one combination.</summary>
    public BacktestSetup Make(IReadOnlyList<double> values, out JournalArray strategies) =>
        _plan.Setup([.. Grid.Axes.Select((axis, i) => Set(axis.Name, values[i]))], out strategies);

    private static string Set(string name, double value) => FormattableString.Invariant($"{name}={value:R}");

    private ISearch Search()
    {
        var term = new TermSyntax("--search", _request.Search, "grid, random:1000 or genetic:1000");
        ulong seed = (ulong)_plan.Request.Terms.Seed;
        return term.Name switch
        {
            "grid" when term.Value.Length == 0 => new GridSearch(Grid),
            "random" => new RandomSearch(Grid, term.Whole(term.Value, 1, MostRuns), seed),
            "genetic" => new GeneticSearch(Grid, term.Whole(term.Value, 1, MostRuns), Population, Objective.Aim != MetricAim.Lower, seed),
            _ => throw term.Refusal(),
        };
    }
}
