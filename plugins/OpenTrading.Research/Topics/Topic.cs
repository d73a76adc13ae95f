using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Topics;

/// <summary>A subject of the economy, known by words, with the two ways in which news speak of it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Keywords">Phrases of which one in a sentence makes it a sentence on this.</param>
/// <param name="Up">Name of the one way.</param>
/// <param name="UpWords">Phrases that speak for it, in a sentence on this.</param>
/// <param name="Down">Name of the other way.</param>
/// <param name="DownWords">Phrases that speak for that.</param>
internal sealed record Topic(string Name, string[][] Keywords, string Up, string[][] UpWords, string Down, string[][] DownWords)
{
    private const string Rising = "rise, rises, rose, rising, accelerate, accelerates, accelerated, hot, hotter, higher, jump, jumps, jumped, climb, climbs, climbed, surge, surges, surged, sticky, up";
    private const string Falling = "cool, cools, cooled, cooling, cooler, slow, slows, slowed, slowing, fall, falls, fell, falling, ease, eases, eased, easing, lower, decline, declines, declined, drop, drops, dropped, down";
    private const string Strong = "strong, stronger, robust, solid, beat, beats, added, adds, gain, gains, gained, expand, expands, expanded, expansion, improve, improves, improved, resilient, above, record";
    private const string Weak = "weak, weaker, soft, softer, miss, misses, missed, layoffs, lost, contract, contracts, contracted, contraction, shrink, shrinks, shrank, slow, slows, slowed, slowdown, below, recession, stagnant";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        Of("monetary_policy", "interest rate, interest rates, rate hike, rate hikes, rate cut, rate cuts, central bank, monetary policy, fed, federal reserve, fomc, ecb, boe, boj, bank of england, bank of japan, snb, rba, rbnz, bank of canada, pboc, tightening, policy easing", "hawkish", "hike, hikes, hiked, raise, raises, raised, tighten, tightens, tightening, hawkish, higher for longer, rate increase", "dovish", "cut, cuts, cutting, ease, eases, easing, dovish, lower rates, stimulus, pause, pauses"),
        Of("inflation", "inflation, cpi, ppi, pce, consumer prices, producer prices, price pressures", "rising", Rising, "falling", Falling),
        Of("employment", "jobs, payrolls, nonfarm, unemployment, jobless, labor market, labour market, employment, hiring, wages", "strong", Strong, "weak", Weak),
        Of("growth", "gdp, economic growth, economy, recession, pmi, ism, retail sales, industrial production, output, consumer confidence", "strong", Strong, "weak", Weak),
        Of("fiscal", "budget, deficit, government debt, national debt, spending bill, tax cuts, taxes, debt ceiling, shutdown, bond issuance", "loosening", "spending, stimulus, tax cut, tax cuts, widen, widens, widened, borrowing", "tightening", "austerity, cuts, tax increase, tax increases, narrow, narrows, narrowed, shutdown"),
        Of("trade", "tariff, tariffs, trade war, trade deal, trade talks, exports, imports, trade balance, trade deficit, export controls", "opening", "deal, agreement, truce, suspend, suspends, lifted, exempt, talks", "closing", "impose, imposes, imposed, retaliate, retaliates, retaliation, escalate, escalates, threat, threatens, threatened"),
        Of("geopolitics", "war, conflict, military, missile, missiles, invasion, sanctions, ceasefire, attack, attacks, election, elections", "calming", "ceasefire, truce, peace, talks, deal, withdraw, withdraws, eased", "escalating", "attack, attacks, attacked, strike, strikes, invasion, escalate, escalates, escalation, missile, missiles, sanctions"),
        Of("energy", "oil, crude, brent, wti, opec, natural gas, gasoline", "rising", Rising, "falling", Falling),
        Of("risk_appetite", "stocks, equities, wall street, volatility, vix, safe haven, safe-haven, risk appetite, risk sentiment, risk-on, risk-off", "risk_on", "rally, rallies, rallied, gain, gains, gained, record high, risk-on, optimism, rebound, rebounds", "risk_off", "selloff, sell-off, slump, slumps, slumped, fall, falls, fell, fear, fears, safe haven, safe-haven, risk-off, volatility"),
    ];

    /// <summary>Sentences of a text that are on this.</summary>
    public IEnumerable<string[]> In(string text) => Words.Sentences(text).Where(s => Keywords.Any(k => Words.Contains(s, k)));

    /// <summary>How sentences on this speak: the name of one way, <c>mixed</c> where both balance, <c>unclear</c> where neither is heard.</summary>
    public string Stance(IEnumerable<string[]> sentences)
    {
        (int up, int down) = (0, 0);
        foreach (string[] sentence in sentences)
        {
            up += UpWords.Count(p => Words.Contains(sentence, p));
            down += DownWords.Count(p => Words.Contains(sentence, p));
        }

        return up + down == 0 ? "unclear" : up > down ? Up : down > up ? Down : "mixed";
    }

    private static Topic Of(string name, string keywords, string up, string upWords, string down, string downWords) =>
        new(name, Words.Phrases(keywords), up, Words.Phrases(upWords), down, Words.Phrases(downWords));
}
