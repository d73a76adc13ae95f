using System.Globalization;
using System.Reflection;

namespace OpenTrading.Sdk.Strategies;

/// <summary>A parameter of a strategy or indicator as its constructor declares it: type, default and range, and how text becomes its value.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ParameterDefinition
{
    private readonly Type _type;

    internal ParameterDefinition(ParameterInfo parameter)
    {
        Name = parameter.Name!;
        _type = parameter.ParameterType;
        Range = parameter.GetCustomAttribute<ParameterAttribute>();
        HasDefault = parameter.HasDefaultValue;
        DefaultValue = HasDefault && _type.IsEnum ? Enum.ToObject(_type, parameter.DefaultValue!) : HasDefault ? parameter.DefaultValue : null;
    }

    /// <summary>Name, in camel case.</summary>
    public string Name { get; }

    /// <summary>Declared range, step and description; null when any value goes.</summary>
    public ParameterAttribute? Range { get; }

    /// <summary>Whether it may be left out.</summary>
    public bool HasDefault { get; }

    /// <summary>Its value when left out; null where it must be given.</summary>
    public object? DefaultValue { get; }

    /// <summary>The default as text; empty when it must be given.</summary>
    public string Default => HasDefault ? TextOf(DefaultValue) : "";

    /// <summary>Kind of value: <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>text</c>, or the names to choose from with <c>|</c> between.</summary>
    public string Kind => _type == typeof(bool) ? "boolean"
        : _type.IsEnum ? string.Join('|', Enum.GetNames(_type))
        : _type == typeof(int) || _type == typeof(long) ? "integer"
        : _type == typeof(string) ? "text"
        : "number";

    /// <summary>A value as text, in the invariant culture.</summary>
    public static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A value from text.</summary>
    /// <param name="text">Numbers in the invariant culture; names in any letter case.</param>
    /// <exception cref="FormatException">The text is no such value, or outside the range; the message names parameter, value and what to write.</exception>
    public object Parse(string text)
    {
        if (_type == typeof(string))
        {
            return text;
        }

        if (_type == typeof(bool))
        {
            return bool.TryParse(text, out bool flag) ? flag : throw Refuse("write true or false");
        }

        if (_type.IsEnum)
        {
            return Enum.TryParse(_type, text, ignoreCase: true, out object? name) && Enum.IsDefined(_type, name)
                ? name
                : throw Refuse($"write one of {string.Join(", ", Enum.GetNames(_type))}");
        }

        bool isWhole = _type == typeof(int) || _type == typeof(long);
        string bounds = Range is null ? "a number" : string.Create(CultureInfo.InvariantCulture, $"{Range.Min} to {Range.Max}");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number)
            || (Range is not null && (number < Range.Min || number > Range.Max))
            || (isWhole && number != Math.Truncate(number)))
        {
            throw Refuse($"it must be {(isWhole ? "a whole number, " : "")}{bounds}");
        }

        try
        {
            return Convert.ChangeType(number, _type, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException)
        {
            throw Refuse($"it must fit a {_type.Name}");
        }

        FormatException Refuse(string remedy) => new($"{Name} is '{(text.Length > 40 ? text[..40] + "..." : text)}'; {remedy}.");
    }
}
