using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Zones;

/// <summary>A zone before it is known what became of it.</summary>
/// <param name="Kind">Which kind, of <see cref="ZoneKind"/>.</param>
/// <param name="Direction">Where the price left to.</param>
/// <param name="Top">Upper end.</param>
/// <param name="Bottom">Lower end.</param>
/// <param name="Bar">The bar at whose close it was there.</param>
internal readonly record struct Zone(string Kind, Direction Direction, double Top, double Bottom, int Bar)
{
    /// <summary>How much of it the bars after it have come back through, 0 to 1.</summary>
    public double Filled(BarSeries bars)
    {
        double deepest = 0;
        for (int i = Bar + 1; i < bars.Count; i++)
        {
            deepest = Math.Max(deepest, Direction == Direction.Up ? Top - bars.Low[i] : bars.High[i] - Bottom);
        }

        return Math.Clamp(deepest / (Top - Bottom), 0, 1);
    }
}
