using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Analysis.Levels;

/// <summary>Levels of every kind, weighed against each other. A kind that cannot be had is named and left out.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class LevelMap
{
    private const double ToleranceInRanges = 0.25;
    private const double OtherKind = 10;

    private readonly List<Unavailable> _unavailable = [];

    /// <summary>Finds the levels of a lookback.</summary>
    /// <param name="asked">The bars.</param>
    /// <param name="history">Where longer bars come from.</param>
    /// <param name="kinds">Which kinds, of <see cref="LevelKind"/>.</param>
    /// <param name="method">Formula of the pivot points.</param>
    public LevelMap(Lookback asked, BarHistory history, IReadOnlyCollection<string> kinds, PivotMethod method = PivotMethod.Classic)
    {
        double range = asked.Compute("atr(14)")[0][^1];
        Leg = Leg.Of(asked.Bars, asked.First);
        List<Candidate> found = [];
        Add(LevelKind.Swing, () => SwingLevels.Of(asked, range * ToleranceInRanges));
        Add(LevelKind.Pivot, () => PivotLevels.Of(asked, history, method));
        Add(LevelKind.Fibonacci, () => FibonacciLevels.Of(Leg));
        Add(LevelKind.Period, () => PeriodLevels.Of(asked, history.Market));
        Add(LevelKind.Round, () => range > 0 ? RoundLevels.Of(asked.Close, range) : []);
        All = [.. found.Select(c => Weighed(asked, c, found, range * ToleranceInRanges)).OrderByDescending(l => l.Score).ThenBy(l => Math.Abs(l.DistancePips))];

        void Add(string kind, Func<IEnumerable<Candidate>> of)
        {
            try
            {
                found.AddRange(kinds.Contains(kind) ? of() : []);
            }
            catch (CapabilityException missing)
            {
                _unavailable.Add(new Unavailable(kind, missing.Message));
            }
        }
    }

    /// <summary>The levels, strongest first; of equal ones the nearest.</summary>
    public IReadOnlyList<PriceLevel> All { get; }

    /// <summary>The move that the Fibonacci levels measure.</summary>
    public Leg Leg { get; }

    /// <summary>Kinds that could not be had, and why.</summary>
    public IReadOnlyList<Unavailable> Unavailable => _unavailable;

    /// <summary>So many levels above the close and below it, the nearest, highest price first; of equal prices the stronger.</summary>
    public IReadOnlyList<PriceLevel> Nearest(int onEachSide)
    {
        PriceLevel[] ladder = [.. All.DistinctBy(l => l.Price).OrderByDescending(l => l.Price)];
        return [.. ladder.Where(l => l.DistancePips >= 0).TakeLast(onEachSide), .. ladder.Where(l => l.DistancePips < 0).Take(onEachSide)];
    }

    private static PriceLevel Weighed(Lookback asked, Candidate level, List<Candidate> all, double tolerance)
    {
        int others = all.Where(o => o.Kind != level.Kind && Math.Abs(o.Price - level.Price) <= tolerance).Select(o => o.Kind).Distinct().Count();
        decimal price = asked.Price(level.Price);
        return new PriceLevel(
            price, level.Kind, level.Label, level.Touches, level.LastTouch, Math.Min(100, level.Weight + (OtherKind * others)), asked.Pips((double)price));
    }
}
