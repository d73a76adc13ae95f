using System.Text.RegularExpressions;

namespace OpenTrading.Sdk.Market;

/// <summary>Tells when a broker's name of a symbol is the plain one with something before or behind it.</summary>
public static partial class BrokerNames
{
    private const int ShortestCore = 3;

    /// <summary>Whether a name is another with one broker prefix or suffix, such as <c>EURUSD.r</c>, <c>EURUSDm</c> or <c>#EURUSD</c>.</summary>
    /// <param name="name">The longer name.</param>
    /// <param name="core">The plain name; letter case is ignored.</param>
    public static bool IsDecorated(string name, string core)
    {
        if (core.Length < ShortestCore || name.Length <= core.Length)
        {
            return false;
        }

        return (name.StartsWith(core, StringComparison.OrdinalIgnoreCase) && Suffix().IsMatch(name[core.Length..]))
            || (name.EndsWith(core, StringComparison.OrdinalIgnoreCase) && Prefix().IsMatch(name[..^core.Length]));
    }

    // Letters of a decoration are small ones, or stand behind a sign: "USD" at the end of XAUUSD is none.
    [GeneratedRegex(@"\A([^A-Za-z0-9][A-Za-z0-9]{0,7}|[a-z][a-z0-9]{0,7})\z")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\A([A-Za-z0-9]{0,7}[^A-Za-z0-9]|[a-z]{1,4})\z")]
    private static partial Regex Prefix();
}
