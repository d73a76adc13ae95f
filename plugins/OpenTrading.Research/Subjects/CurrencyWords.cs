using OpenTrading.Research.Texts;

namespace OpenTrading.Research.Subjects;

/// <summary>Words by which news name a currency, a metal or an index: its name, its central bank, its economy.</summary>
internal static class CurrencyWords
{
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["USD"] = "dollar, greenback, usd, fed, federal reserve, fomc, treasury, treasuries, u.s, united states, american",
        ["EUR"] = "euro, eur, ecb, european central bank, eurozone, euro zone, euro area",
        ["GBP"] = "pound, sterling, gbp, boe, bank of england, uk, u.k, british, britain",
        ["JPY"] = "yen, jpy, boj, bank of japan, japan, japanese",
        ["CHF"] = "franc, chf, snb, swiss national bank, switzerland, swiss",
        ["AUD"] = "aussie, aud, rba, reserve bank of australia, australia, australian",
        ["CAD"] = "loonie, cad, boc, bank of canada, canada, canadian",
        ["NZD"] = "kiwi, nzd, rbnz, new zealand",
        ["CNY"] = "yuan, renminbi, cny, cnh, pboc, china, chinese",
        ["SEK"] = "krona, sek, riksbank, sweden, swedish",
        ["NOK"] = "krone, nok, norges bank, norway, norwegian",
        ["MXN"] = "peso, mxn, banxico, mexico, mexican",
        ["ZAR"] = "rand, zar, sarb, south africa",
        ["TRY"] = "lira, cbrt, turkey, turkish",
        ["XAU"] = "gold, xau, bullion",
        ["XAG"] = "silver, xag",
        ["BTC"] = "bitcoin, btc",
        ["ETH"] = "ether, ethereum, eth",
        ["US500"] = "s&p 500, s&p, wall street, u.s stocks",
        ["US30"] = "dow jones, dow",
        ["NAS100"] = "nasdaq",
        ["GER40"] = "dax",
        ["UK100"] = "ftse",
        ["JP225"] = "nikkei",
    };

    /// <summary>Words of a currency or symbol; of one that is not in the list, its own name.</summary>
    public static IReadOnlyList<string[]> Of(string name) => Words.Phrases(Lists.GetValueOrDefault(name, name));

    /// <summary>What a search engine is told of it: its first word, in most cases its name in prose.</summary>
    public static string NameOf(string name) => Lists.TryGetValue(name, out string? list) ? list.Split(',')[0] : name;
}
