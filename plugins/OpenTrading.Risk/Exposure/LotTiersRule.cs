using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Exposure;

/// <summary>Lots of the account, open and waiting, this entry included, stay within a number that the balance decides. Off by default.</summary>
[RiskRule("prop_max_lots", OrderClass.Entry, "lower volume", Scope = RiskScope.Account,
    Description = "Lots of the account, open and waiting, with this entry stay within the number of the balance's tier.")]
public sealed class LotTiersRule : IRiskRule
{
    private readonly (decimal From, decimal Lots)[] _tiers;

    /// <summary>A rule over tiers.</summary>
    /// <param name="tiers">Each <c>from = BALANCE, lots = LOTS</c>; the highest with a balance that is reached counts. None: the rule is off.</param>
    /// <exception cref="FormatException">One of them is no tier.</exception>
    public LotTiersRule(
        [RiskParameter(Paper = new string[0], Description = "tiers such as { from = 100000, lots = 5 }, by the balance they begin at")] string[] tiers) =>
        _tiers = [.. tiers.Select(Read).OrderByDescending(t => t.From)];

    public RuleResult Check(RiskContext context)
    {
        if (_tiers.Length == 0)
        {
            return RuleResult.NotApplicable;
        }

        // Below the first tier nothing is allowed, for nobody said how much.
        decimal lots = _tiers.FirstOrDefault(t => t.From <= context.Account.Balance).Lots;
        decimal held = context.Positions.Sum(p => p.Volume) + context.Committed.Sum(o => o.Volume);
        return RuleResult.AtMost(held + context.Order.Volume, lots, "lots").OrReduceTo(lots - held);
    }

    private static (decimal From, decimal Lots) Read(string tier)
    {
        var parts = tier.Split(',').Select(part => part.Split('=', StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'), StringComparer.Ordinal);
        return parts.Count == 2 && parts.TryGetValue("from", out string? from) && parts.TryGetValue("lots", out string? lots)
            && decimal.TryParse(from, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal balance)
            && decimal.TryParse(lots, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal most)
            ? (balance, most)
            : throw new FormatException($"'{tier}' is no tier; write such as {{ from = 100000, lots = 5 }}.");
    }
}
