using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Sdk.Analysis.Regimes;

/// <summary>The regimes of a lookback, bar by bar, each from what was known at its close.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class RegimeTrack
{
    private const int Settles = 3;
    private readonly List<RegimeSpan> _spans = [];

    /// <summary>Fewest bars from which a regime follows.</summary>
    public const int WarmupBars = 150;

    /// <summary>Reads bars.</summary>
    /// <param name="asked">The bars. The percentile ranks each among as many before it as the lookback is long, and fewer where there are not so many.</param>
    /// <exception cref="CapabilityException">The price did not move enough for any regime: <see cref="ErrorCode.InsufficientHistory"/>.</exception>
    public RegimeTrack(Lookback asked)
    {
        double[][] columns = asked.Compute(Expressions(asked));
        (double[] adx, double[] up, double[] down, double[] efficiency, double[] percentile) = (columns[0], columns[1], columns[2], columns[3], columns[4]);
        MarketRegime? candidate = null;
        int held = 0;
        for (int i = asked.First; i < asked.Bars.Count; i++)
        {
            if (double.IsNaN(adx[i] + efficiency[i] + percentile[i]))
            {
                continue;
            }

            Latest = new RegimeEvidence(adx[i], up[i] >= down[i], efficiency[i], percentile[i]);
            MarketRegime leading = Latest.Leading;
            held = leading == candidate ? held + 1 : 1;
            candidate = leading;
            DateTime time = asked.TimeOf(i);
            if (_spans is [.., { } current] && (current.Regime == leading || held < Settles))
            {
                _spans[^1] = current with { To = time, Bars = current.Bars + 1 };
            }
            else
            {
                _spans.Add(new RegimeSpan(leading, time, time, 1));
            }
        }

        if (_spans.Count == 0)
        {
            throw new CapabilityException(ErrorCode.InsufficientHistory, $"{asked.Name}: the price did not move enough for a regime over {asked.Count} bars", "Take more bars, or another timeframe.");
        }

        (Adx, Efficiency, Percentile) = (adx[^1], efficiency[^1], percentile[^1]);
    }

    /// <summary>What is computed for it, for whoever asks for more and lets all go along the bars together (<see cref="Lookback.Compute"/>).</summary>
    /// <param name="asked">The bars.</param>
    public static string[] Expressions(Lookback asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        int rank = Math.Min(asked.Count, asked.Bars.Count - 50);
        return ["adx(14).adx", "adx(14).pdi", "adx(14).mdi", "efficiency_ratio(20)", FormattableString.Invariant($"percentile_rank(natr(14), {rank})")];
    }

    /// <summary>Evidence at the newest bar.</summary>
    public RegimeEvidence Latest { get; }

    /// <summary>Average directional index at the newest bar.</summary>
    public double Adx { get; }

    /// <summary>Efficiency ratio at the newest bar.</summary>
    public double Efficiency { get; }

    /// <summary>Percentile of the average true range at the newest bar.</summary>
    public double Percentile { get; }

    /// <summary>Stretches of one regime, oldest first. Another begins when it leads for the third bar in a row.</summary>
    public IReadOnlyList<RegimeSpan> Spans => _spans;
}
