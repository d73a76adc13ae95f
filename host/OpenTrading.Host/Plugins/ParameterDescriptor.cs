using System.Globalization;
using System.Reflection;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>A parameter of a strategy: its type, default and range, and how text becomes its value.</summary>
internal sealed class ParameterDescriptor
{
    private readonly Type _type;
    private readonly object? _default;

    public ParameterDescriptor(ParameterInfo parameter)
    {
        Name = parameter.Name!;
        _type = parameter.ParameterType;
        Range = parameter.GetCustomAttribute<ParameterAttribute>();
        HasDefault = parameter.HasDefaultValue;
        _default = HasDefault && _type.IsEnum ? Enum.ToObject(_type, parameter.DefaultValue!) : parameter.DefaultValue;
    }

    public string Name { get; }

    /// <summary>Declared range; null when any value goes.</summary>
    public ParameterAttribute? Range { get; }

    public bool HasDefault { get; }

    /// <summary>Default as text; empty when it must be set.</summary>
    public string Default => HasDefault ? TextOf(_default) : "";

    /// <summary>Kind of value: <c>integer</c>, <c>number</c>, <c>boolean</c>, or the names to choose from.</summary>
    public string Kind => _type == typeof(bool) ? "boolean"
        : _type.IsEnum ? string.Join('|', Enum.GetNames(_type))
        : _type == typeof(int) || _type == typeof(long) ? "integer"
        : _type == typeof(string) ? "text"
        : "number";

    public static string TextOf(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The default, where there is one.</summary>
    /// <exception cref="PluginException">There is none.</exception>
    public object? DefaultValue(string strategy) =>
        HasDefault ? _default : throw new PluginException($"{strategy}: {Name} has no default; set it.");

    /// <summary>A value from text.</summary>
    /// <exception cref="PluginException">The text is no such value, or outside the range.</exception>
    public object Parse(string strategy, string text)
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

        PluginException Refuse(string remedy) => new($"{strategy}: {Name} is '{text}'; {remedy}.");
    }
}
