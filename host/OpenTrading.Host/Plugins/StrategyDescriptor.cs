using System.Globalization;
using System.Reflection;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>A strategy that can be built: its id, its parameters with ranges, and where it comes from.</summary>
internal sealed class StrategyDescriptor
{
    private readonly ConstructorInfo _constructor;
    private readonly ParameterInfo[] _parameters;

    private StrategyDescriptor(Type type, StrategyAttribute declaration, string origin)
    {
        Type = type;
        Id = declaration.Id;
        Description = declaration.Description;
        Origin = origin;
        _constructor = type.GetConstructors() is [{ } only]
            ? only
            : throw new PluginException($"strategy {Id} ({type}) must have exactly one public constructor.");
        _parameters = _constructor.GetParameters();
    }

    public Type Type { get; }

    public string Id { get; }

    public string Description { get; }

    /// <summary>File it was loaded from.</summary>
    public string Origin { get; }

    /// <summary>Names of the parameters.</summary>
    public IEnumerable<string> ParameterNames => _parameters.Select(p => p.Name!);

    /// <summary>Describes a strategy type.</summary>
    /// <exception cref="PluginException">It has no id or not one constructor.</exception>
    public static StrategyDescriptor Of(Type type, string origin) => new(
        type,
        type.GetCustomAttribute<StrategyAttribute>() ?? throw new PluginException($"{type} has no [Strategy(\"id\")]; add one."),
        origin);

    /// <summary>Builds the strategy.</summary>
    /// <param name="values">Parameter values as text, by name; letter case, hyphens and underscores do not count.</param>
    /// <param name="effective">Values in force, in order of declaration.</param>
    /// <exception cref="PluginException">A name is unknown, a value is no number or outside its range, or the constructor threw.</exception>
    public Strategy Create(IReadOnlyDictionary<string, string> values, out IReadOnlyList<KeyValuePair<string, string>> effective)
    {
        var given = values.ToDictionary(v => Plain(v.Key), v => v, StringComparer.Ordinal);
        var arguments = new object?[_parameters.Length];
        for (int i = 0; i < _parameters.Length; i++)
        {
            arguments[i] = given.Remove(Plain(_parameters[i].Name!), out KeyValuePair<string, string> value)
                ? Parse(_parameters[i], value.Value)
                : _parameters[i].HasDefaultValue ? _parameters[i].DefaultValue
                : throw new PluginException($"{Id}: {_parameters[i].Name} has no default; set it.");
        }

        if (given.Values.FirstOrDefault().Key is { } unknown)
        {
            string near = Configuration.Suggestion.Nearest(unknown, ParameterNames) is { } guess ? $"did you mean {guess}?" : $"it has {string.Join(", ", ParameterNames)}.";
            throw new PluginException($"{Id} has no parameter '{unknown}'; {near}");
        }

        effective = [.. _parameters.Zip(arguments, (p, a) => KeyValuePair.Create(p.Name!, Convert.ToString(a, CultureInfo.InvariantCulture) ?? ""))];
        try
        {
            return (Strategy)_constructor.Invoke(arguments);
        }
        catch (TargetInvocationException e)
        {
            throw new PluginException($"{Id}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private object Parse(ParameterInfo parameter, string text)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(bool))
        {
            return bool.TryParse(text, out bool flag) ? flag : throw new PluginException($"{Id}: {parameter.Name} is '{text}'; write true or false.");
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out object? name) ? name! : throw new PluginException($"{Id}: {parameter.Name} is '{text}'; write one of {string.Join(", ", Enum.GetNames(type))}.");
        }

        ParameterAttribute? range = parameter.GetCustomAttribute<ParameterAttribute>();
        string bounds = range is null ? "a number" : string.Create(CultureInfo.InvariantCulture, $"{range.Min} to {range.Max}");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number)
            || (range is not null && (number < range.Min || number > range.Max))
            || (type == typeof(int) && number != Math.Truncate(number)))
        {
            throw new PluginException($"{Id}: {parameter.Name} is '{text}'; it must be {(type == typeof(int) ? "a whole number, " : "")}{bounds}.");
        }

        return Convert.ChangeType(number, type, CultureInfo.InvariantCulture);
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
