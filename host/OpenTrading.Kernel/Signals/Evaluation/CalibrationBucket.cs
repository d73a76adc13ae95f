using System.Globalization;

namespace OpenTrading.Kernel.Signals.Evaluation;

/// <summary>Signals of one range of confidence.</summary>
/// <param name="Bucket">The range, such as <c>0.4-0.6</c>.</param>
/// <param name="N">Signals in it.</param>
/// <param name="Predicted">Their mean confidence.</param>
/// <param name="Actual">Share that won, 0 to 1.</param>
public sealed record CalibrationBucket(string Bucket, int N, double Predicted, double Actual)
{
    private const int Buckets = 5;

    internal static IReadOnlyList<CalibrationBucket> Of(double[] confidence, double[] results) =>
    [
        .. confidence.Zip(results)
            .GroupBy(p => Math.Min((int)(p.First * Buckets), Buckets - 1))
            .OrderBy(g => g.Key)
            .Select(g => new CalibrationBucket(
                string.Create(CultureInfo.InvariantCulture, $"{g.Key / (double)Buckets:0.0}-{(g.Key + 1) / (double)Buckets:0.0}"),
                g.Count(),
                Math.Round(g.Average(p => p.First), 4),
                Math.Round(g.Average(p => p.Second > 0 ? 1.0 : 0.0), 4))),
    ];
}
