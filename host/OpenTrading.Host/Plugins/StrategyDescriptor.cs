using System.Reflection;
using OpenTrading.Kernel.Naming;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>A strategy that can be built: its id, its parameters with ranges, and where it comes from.</summary>
internal sealed class StrategyDescriptor
{
    private readonly ConstructorInfo _constructor;

    private StrategyDescriptor(Type type, StrategyAttribute declaration, string pluginId, string origin)
    {
        Type = type;
        Id = declaration.Id;
        Description = declaration.Description;
        PluginId = pluginId;
        Origin = origin;
        _constructor = type.GetConstructors() is [{ } only]
            ? only
            : throw new PluginException($"strategy {Id} ({type}) must have exactly one public constructor.");
        Parameters = [.. _constructor.GetParameters().Select(p => new ParameterDescriptor(p))];
    }

    public Type Type { get; }

    public string Id { get; }

    public string Description { get; }

    /// <summary>Plugin that offers it.</summary>
    public string PluginId { get; }

    /// <summary>File it was loaded from.</summary>
    public string Origin { get; }

    public IReadOnlyList<ParameterDescriptor> Parameters { get; }

    /// <summary>Describes a strategy type.</summary>
    /// <exception cref="PluginException">It has no id or not one constructor.</exception>
    public static StrategyDescriptor Of(Type type, string pluginId, string origin) => new(
        type,
        type.GetCustomAttribute<StrategyAttribute>() ?? throw new PluginException($"{type} has no [Strategy(\"id\")]; add one."),
        pluginId,
        origin);

    /// <summary>Builds the strategy.</summary>
    /// <param name="values">Parameter values as text, by name; letter case, hyphens and underscores do not count.</param>
    /// <param name="effective">Values in force, in order of declaration.</param>
    /// <exception cref="PluginException">A name is unknown, a value is no number or outside its range, or the constructor threw.</exception>
    public Strategy Create(IReadOnlyDictionary<string, string> values, out IReadOnlyList<KeyValuePair<string, string>> effective)
    {
        var given = values.ToDictionary(v => Plain(v.Key), v => v, StringComparer.Ordinal);
        object?[] arguments = [.. Parameters.Select(p =>
            given.Remove(Plain(p.Name), out KeyValuePair<string, string> value) ? p.Parse(Id, value.Value) : p.DefaultValue(Id))];
        if (given.Values.FirstOrDefault().Key is { } unknown)
        {
            string near = Suggestion.Nearest(unknown, Parameters.Select(p => p.Name)) is { } guess
                ? $"did you mean {guess}?"
                : $"it has {string.Join(", ", Parameters.Select(p => p.Name))}.";
            throw new PluginException($"{Id} has no parameter '{unknown}'; {near}");
        }

        effective = [.. Parameters.Zip(arguments, (p, a) => KeyValuePair.Create(p.Name, ParameterDescriptor.TextOf(a)))];
        try
        {
            return (Strategy)_constructor.Invoke(arguments);
        }
        catch (TargetInvocationException e)
        {
            throw new PluginException($"{Id}: {e.InnerException?.Message ?? e.Message}");
        }
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
