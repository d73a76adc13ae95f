using System.Collections;
using System.Globalization;
using System.Text;
using OpenTrading.Host.Configuration.Toml;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Turns a value of a file or of the environment into the type a setting has. The returned text says what is wrong; null means nothing.</summary>
internal static class ConfigConvert
{
    /// <summary>Converts a value of a file.</summary>
    public static string? FromToml(TomlValue value, Type type, ConfigRange range, out object? result)
    {
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        result = null;
        switch (value)
        {
            case TomlString text when wanted == typeof(string) || wanted.IsEnum || IsNumber(wanted) || IsNone(text.Value, type):
                return FromText(text.Value, type, range, out result);
            case TomlInteger integer when IsNumber(wanted):
                return Number(integer.Value, wanted, range, out result);
            case TomlFloat number when IsNumber(wanted) && number.TryGetDecimal(out decimal exact):
                return Number(exact, wanted, range, out result);
            case TomlBoolean flag when wanted == typeof(bool):
                result = flag.Value;
                return null;
            case TomlArray array when wanted == typeof(string[]):
                return Texts(array, out result);
            default:
                return $"is {A(value)}; {range.Hint(wanted)}";
        }
    }

    /// <summary>Converts a text, from the environment or a quoted value.</summary>
    public static string? FromText(string text, Type type, ConfigRange range, out object? result)
    {
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        result = null;
        if (IsNone(text, type))
        {
            return null;
        }

        if (wanted == typeof(string))
        {
            result = text;
            return null;
        }

        if (wanted == typeof(string[]))
        {
            result = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return null;
        }

        if (wanted == typeof(bool))
        {
            result = text.ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null };
            return result is null ? $"is '{text}'; write true or false" : null;
        }

        if (wanted.IsEnum)
        {
            return Name(text, wanted, out result);
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? Number(number, wanted, range, out result)
            : $"is '{text}'; write {range}";
    }

    /// <summary>A value as configuration text.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "true" : "false",
        string text => text,
        Enum name => SnakeCase(name.ToString()),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(ToText))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A scalar of a file as text, for values whose type is known only later.</summary>
    public static string TextOf(TomlValue value) => value switch
    {
        TomlString text => text.Value,
        TomlInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat number => number.Text.Replace("_", "", StringComparison.Ordinal),
        TomlBoolean flag => flag.Value ? "true" : "false",
        TomlArray list => $"[{string.Join(", ", list.Items.Select(TextOf))}]",
        _ => value.TypeName,
    };

    /// <summary>Names of an enumeration as they are written in a file.</summary>
    public static IEnumerable<string> EnumNames(Type type) => Enum.GetNames(type).Select(SnakeCase);

    /// <summary><c>ReduceOnly</c> as <c>reduce_only</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            text.Append(char.IsUpper(c) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    private static string A(TomlValue value) => $"{(value.TypeName[0] is 'a' or 'i' or 'o' ? "an" : "a")} {value.TypeName}";

    private static bool IsNone(string text, Type type) => text == "none" && Nullable.GetUnderlyingType(type) is not null;

    private static bool IsNumber(Type type) => type == typeof(decimal) || type == typeof(int) || type == typeof(double);

    private static string? Number(decimal value, Type type, ConfigRange range, out object? result)
    {
        result = null;
        if (!range.Contains(value))
        {
            return $"is {value.ToString(CultureInfo.InvariantCulture)}; it must be {range}";
        }

        if (type == typeof(int) && (value != decimal.Truncate(value) || Math.Abs(value) > int.MaxValue))
        {
            return $"is {value.ToString(CultureInfo.InvariantCulture)}; it must be a whole number, {range}";
        }

        result = type == typeof(int) ? (int)value : type == typeof(double) ? (double)value : value;
        return null;
    }

    private static string? Name(string text, Type type, out object? result)
    {
        foreach (string name in Enum.GetNames(type))
        {
            if (string.Equals(SnakeCase(name), text, StringComparison.OrdinalIgnoreCase) || string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            {
                result = Enum.Parse(type, name);
                return null;
            }
        }

        result = null;
        string near = Suggestion.Nearest(text, EnumNames(type)) is { } guess ? $"did you mean {guess}? " : "";
        return $"is '{text}'; {near}write one of {string.Join(", ", EnumNames(type))}";
    }

    private static string? Texts(TomlArray array, out object? result)
    {
        var texts = new List<string>(array.Items.Count);
        result = null;
        foreach (TomlValue item in array.Items)
        {
            // A table says what a text of the same members says: { from = 1, lots = 2 } is "from = 1, lots = 2".
            if (item is not TomlString and not TomlTable)
            {
                return $"holds {A(item)}; every item must be a text";
            }

            texts.Add(item is TomlTable table ? string.Join(", ", table.Entries.Select(e => $"{e.Key} = {TextOf(e.Value)}")) : TextOf(item));
        }

        result = texts.ToArray();
        return null;
    }
}
