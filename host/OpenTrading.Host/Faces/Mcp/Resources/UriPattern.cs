using System.Text;
using System.Text.RegularExpressions;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>Reads the variables of a URI template out of a URI. A variable is one part of the path, and a part is no more than 256 characters.</summary>
internal sealed partial class UriPattern
{
    private readonly Regex _pattern;

    /// <summary>The pattern of a template such as <c>opentrading://quote/{symbol}</c>.</summary>
    public UriPattern(string template)
    {
        Variables = [.. Variable().Matches(template).Select(m => m.Groups[1].Value)];
        var pattern = new StringBuilder(@"\A");
        int end = 0;
        foreach (Match variable in Variable().Matches(template))
        {
            pattern.Append(Regex.Escape(template[end..variable.Index])).Append("([^/?#]{1,256})");
            end = variable.Index + variable.Length;
        }

        _pattern = new Regex(pattern.Append(Regex.Escape(template[end..])).Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Names of the variables, in order.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The variables of a URI; null when it is none of the template.</summary>
    public IReadOnlyDictionary<string, string>? Match(string uri) => _pattern.Match(uri) is { Success: true } match
        ? Variables.Select((name, i) => (name, Value: Uri.UnescapeDataString(match.Groups[i + 1].Value))).ToDictionary(v => v.name, v => v.Value, StringComparer.Ordinal)
        : null;

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9]*)\}")]
    private static partial Regex Variable();
}
