using System.Collections;
using System.Globalization;
using System.Text;
using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>Values as a TOML file spells them.</summary>
internal static class TomlLiteral
{
    /// <summary>A value of a setting.</summary>
    /// <param name="value">What <see cref="ConfigConvert"/> made of a text; null is <c>none</c>.</param>
    public static string Of(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number => number.ToString("0.0###############", CultureInfo.InvariantCulture),
        string text => Quote(text),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Of))}]",
        _ => Quote(ConfigConvert.ToText(value)),
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
