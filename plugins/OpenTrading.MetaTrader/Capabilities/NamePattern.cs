using System.IO.Enumeration;
using OpenTrading.MetaTrader.Terminals;

namespace OpenTrading.MetaTrader.Capabilities;

/// <summary>Finds symbols by a pattern of their name, or by a part of their group.</summary>
internal static class NamePattern
{
    /// <summary>Whether a symbol fits: its name to a pattern with <c>*</c>, or its group to a plain text.</summary>
    public static bool IsMatch(SymbolRow symbol, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, symbol.Name)
        || (!pattern.Contains('*', StringComparison.Ordinal) && symbol.Path.Contains(pattern, StringComparison.OrdinalIgnoreCase));
}
