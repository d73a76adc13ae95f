using OpenTrading.Simulation.Fills;

namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>How far the price went against and in favour of the trades while they were open, points.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ExcursionMetrics
{
    /// <summary>Mean of the largest moves against a trade, 0 or negative.</summary>
    public required double AverageAdverse { get; init; }

    /// <summary>Mean of the largest moves in its favour, 0 or positive.</summary>
    public required double AverageFavourable { get; init; }

    /// <summary>Largest move against any trade.</summary>
    public required double WorstAdverse { get; init; }

    /// <summary>Largest move in favour of any.</summary>
    public required double BestFavourable { get; init; }

    internal static MetricGroup Group { get; } = new("Excursions",
    [
        new("averageMaePoints", "Average adverse excursion", MetricUnit.Points, MetricAim.Higher, "Mean of the largest moves against a trade.", s => s.Excursions.AverageAdverse),
        new("averageMfePoints", "Average favourable excursion", MetricUnit.Points, MetricAim.Higher, "Mean of the largest moves in favour of a trade.", s => s.Excursions.AverageFavourable),
        new("worstMaePoints", "Worst adverse excursion", MetricUnit.Points, MetricAim.Higher, "Largest move against any trade.", s => s.Excursions.WorstAdverse),
        new("bestMfePoints", "Best favourable excursion", MetricUnit.Points, MetricAim.Higher, "Largest move in favour of any trade.", s => s.Excursions.BestFavourable),
    ]);

    /// <summary>Computes them; NaN without trades.</summary>
    public static ExcursionMetrics Of(IReadOnlyList<SimulatedTrade> trades)
    {
        (double against, double favour, double worst, double best) = (0, 0, double.NaN, double.NaN);
        foreach (SimulatedTrade trade in trades)
        {
            against += trade.AdversePoints;
            favour += trade.FavourablePoints;
            worst = trade.AdversePoints >= worst ? worst : trade.AdversePoints;
            best = trade.FavourablePoints <= best ? best : trade.FavourablePoints;
        }

        return new ExcursionMetrics
        {
            AverageAdverse = against / trades.Count,
            AverageFavourable = favour / trades.Count,
            WorstAdverse = worst,
            BestFavourable = best,
        };
    }
}
