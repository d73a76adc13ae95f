using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Orders;

/// <summary>Only symbols that are listed by their exact name may be entered. An empty list allows none.</summary>
[RiskRule("symbol_allowlist", OrderClass.EntryOrRaise, "add it to the list",
    Description = "The symbol is listed by its exact name.")]
public sealed class SymbolAllowlistRule(
    [RiskParameter(Paper = new string[0], Description = "exact symbol names")] string[] symbols) : IRiskRule
{
    private readonly HashSet<string> _symbols = new(symbols, StringComparer.Ordinal);
    private readonly string _limit = symbols.Length == 0 ? "an empty list" : string.Join(", ", symbols);

    public RuleResult Check(RiskContext context) =>
        RuleResult.Test(_symbols.Contains(context.Order.Symbol), context.Order.Symbol, "in", _limit);
}
