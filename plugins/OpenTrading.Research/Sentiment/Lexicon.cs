using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Sentiment;

/// <summary>Words of financial news that speak for or against what they stand beside. Two points for strong ones, one for the others.</summary>
internal static class Lexicon
{
    private const string StrongUp = "surge, surges, surged, surging, soar, soars, soared, soaring, rally, rallies, rallied, rallying, jump, jumps, jumped, skyrockets, skyrocketed, boom, booming, record high, record highs, breakout, hawkish, bullish, rate hike, rate hikes, rate increase, all-time high";
    private const string Up = "rise, rises, rose, rising, gain, gains, gained, gaining, climb, climbs, climbed, climbing, advance, advances, advanced, higher, up, strong, stronger, strengthen, strengthens, strengthened, strength, firm, firmer, firms, rebound, rebounds, rebounded, recover, recovers, recovered, recovery, upbeat, optimism, optimistic, beat, beats, outperform, outperforms, improve, improves, improved, boost, boosts, boosted, support, supports, supported, supportive, resilient, demand, upgrade, upgraded, tightening, inflows, buying, buyers, expansion, growth";
    private const string StrongDown = "plunge, plunges, plunged, plunging, crash, crashes, crashed, tumble, tumbles, tumbled, tumbling, collapse, collapses, collapsed, slump, slumps, slumped, selloff, sell-off, rout, record low, record lows, crisis, recession, default, dovish, bearish, rate cut, rate cuts, panic, all-time low";
    private const string Down = "fall, falls, fell, falling, drop, drops, dropped, dropping, decline, declines, declined, declining, slip, slips, slipped, slide, slides, slid, sink, sinks, sank, lower, down, weak, weaker, weaken, weakens, weakened, weakness, soft, softer, softens, lose, loses, lost, losses, loss, downbeat, pessimism, pessimistic, miss, misses, missed, disappoint, disappoints, disappointed, disappointing, pressure, pressured, worries, worry, fear, fears, concern, concerns, downgrade, downgraded, easing, outflows, selling, sellers, contraction, slowdown, layoffs, deficit, uncertainty, retreat, retreats, retreated";

    private static readonly HashSet<string> Negations = ["not", "no", "never", "without", "fails", "failed", "fail", "cannot", "can't", "doesn't", "don't", "didn't", "isn't", "wasn't", "hardly", "unlikely"];

    private static readonly ILookup<string, (string[] Phrase, int Points)> ByFirstWord =
        new[] { (StrongUp, 2), (Up, 1), (StrongDown, -2), (Down, -1) }
            .SelectMany(l => Words.Phrases(l.Item1).Select(p => (Phrase: p, Points: l.Item2)))
            .OrderByDescending(p => p.Phrase.Length)
            .ToLookup(p => p.Phrase[0], StringComparer.Ordinal);

    // A word turns what follows it within so many words.
    private const int NegationReach = 3;

    /// <summary>Words of a sentence that count, with their place and points; turned where a negation stands before.</summary>
    public static IEnumerable<(int At, int Points)> In(string[] sentence)
    {
        for (int i = 0; i < sentence.Length; i++)
        {
            foreach ((string[] phrase, int points) in ByFirstWord[sentence[i]])
            {
                if (Words.StandsAt(sentence, i, phrase))
                {
                    yield return (i, IsTurned(sentence, i) ? -points : points);
                    i += phrase.Length - 1;
                    break;
                }
            }
        }
    }

    private static bool IsTurned(string[] sentence, int at) => sentence[Math.Max(0, at - NegationReach)..at].Any(Negations.Contains);
}
