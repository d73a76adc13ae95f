namespace OpenTrading.Kernel.Risk.Limits;

/// <summary>The limits in force, as configured. They do not change while the host runs.</summary>
/// <param name="all">All of them, in the order of the rules.</param>
public sealed class RiskLimits(IReadOnlyList<RiskLimit> all)
{
    /// <summary>All limits.</summary>
    public IReadOnlyList<RiskLimit> All => all;

    /// <summary>The limits of a rule.</summary>
    public IEnumerable<RiskLimit> Of(string rule) => all.Where(l => l.Rule == rule);

    /// <summary>A limit that is a number; null when the rule has none of that name.</summary>
    public decimal? Number(string rule, string parameter) => Of(rule).FirstOrDefault(l => l.Parameter == parameter)?.Number;
}
