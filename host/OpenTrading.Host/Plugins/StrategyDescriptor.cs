using System.Reflection;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins;

/// <summary>A strategy that can be built: its id, its parameters with ranges, and where it comes from.</summary>
internal sealed class StrategyDescriptor
{
    private readonly ParameterList _parameters;
    private readonly Action? _interrupt;

    private StrategyDescriptor(Type type, StrategyAttribute declaration, Plugin plugin)
    {
        Type = type;
        Declaration = declaration;
        Id = declaration.Id;
        Description = declaration.Description;
        PluginId = plugin.Id;
        Origin = plugin.File.Path;
        _interrupt = plugin.Interrupt;
        try
        {
            _parameters = ParameterList.Of(type);
        }
        catch (ArgumentException)
        {
            throw new PluginException($"strategy {Id} ({type}) must have exactly one public constructor.");
        }
    }

    public Type Type { get; }

    /// <summary>What it declares of itself.</summary>
    public StrategyAttribute Declaration { get; }

    public string Id { get; }

    public string Description { get; }

    /// <summary>Plugin that offers it.</summary>
    public string PluginId { get; }

    /// <summary>File it was loaded from.</summary>
    public string Origin { get; }

    public IReadOnlyList<ParameterDefinition> Parameters => _parameters.Items;

    /// <summary>The parameters, and how they make it.</summary>
    public ParameterList ParameterList => _parameters;

    /// <summary>Describes a strategy type.</summary>
    /// <exception cref="PluginException">It has no id or not one constructor.</exception>
    public static StrategyDescriptor Of(Type type, Plugin plugin) => new(
        type,
        type.GetCustomAttribute<StrategyAttribute>() ?? throw new PluginException($"{type} has no [Strategy(\"id\")]; add one."),
        plugin);

    /// <summary>Builds the strategy.</summary>
    /// <param name="values">Parameter values as text, by name; letter case, hyphens and underscores do not count.</param>
    /// <param name="effective">Values in force, in order of declaration.</param>
    /// <exception cref="PluginException">A name is unknown, a value is no number or outside its range, or the constructor threw or did not return.</exception>
    public Strategy Create(IReadOnlyDictionary<string, string> values, out IReadOnlyList<KeyValuePair<string, string>> effective)
    {
        try
        {
            IReadOnlyList<object?> arguments = _parameters.Bind(Id, values);
            effective = [.. Parameters.Zip(arguments, (p, a) => KeyValuePair.Create(p.Name, ParameterDefinition.TextOf(a)))];
            return ForeignCall.Run($"the constructor of strategy {Id}", () => (Strategy)_parameters.Create(Id, arguments), _interrupt);
        }
        catch (FormatException e)
        {
            throw new PluginException(PluginFault.FirstLine(e));
        }
    }
}
