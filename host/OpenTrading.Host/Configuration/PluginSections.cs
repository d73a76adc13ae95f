using System.Reflection;
using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Configuration;

/// <summary>
/// The sections that plugins declare. They can be read only once the plugins register; a key that then belongs to none refuses the configuration.
/// </summary>
/// <threadsafety>Safe: plugins register side by side.</threadsafety>
internal sealed class PluginSections(ConfigSource source)
{
    private const string Section = "plugins";

    // Areas that the program ships as plugins, whose sections stand where everybody looks for them.
    private static readonly string[] Kept = ["metatrader", "research"];

    private readonly Lock _turn = new();
    private readonly Dictionary<string, string> _owners = [];
    private readonly SortedDictionary<string, Type> _declared = new(StringComparer.Ordinal);

    /// <summary>Whether a path may belong to a section of a plugin.</summary>
    public static bool Owns(string[] path) =>
        path is [Section, { } name, _, ..] ? name != ConfigurationLoader.PinsSection : path is [{ } area, _, ..] && Kept.Contains(area);

    /// <summary>Whether the configuration holds keys that only a plugin can own.</summary>
    public bool IsAwaited => source.Below().Any(n => Owns(n.Path) && !source.IsKnown(n));

    /// <summary>Records of options that plugins bound, by section.</summary>
    public IReadOnlyDictionary<string, Type> Declared
    {
        get
        {
            lock (_turn)
            {
                return new SortedDictionary<string, Type>(_declared, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Binds a plugin's section.</summary>
    /// <exception cref="ArgumentException">The type declares no section, or another plugin's.</exception>
    /// <exception cref="FormatException">A value is wrong.</exception>
    public TOptions Bind<TOptions>(string pluginId)
        where TOptions : class, new()
    {
        string name = typeof(TOptions).GetCustomAttribute<PluginOptionsAttribute>()?.Name
            ?? throw new ArgumentException($"{typeof(TOptions)} names no section; mark it with [PluginOptions(\"name\")].");
        string[] path = Kept.Contains(name) ? [name] : [Section, name];
        lock (_turn)
        {
            string owner = name == ConfigurationLoader.PinsSection ? "host" : _owners.GetValueOrDefault(name, pluginId);
            if (owner != pluginId)
            {
                throw new ArgumentException($"section [{string.Join('.', path)}] is that of {owner}; name another.");
            }

            _owners[name] = pluginId;
            _declared[string.Join('.', path)] = typeof(TOptions);
            int before = source.Errors.Count;
            var options = (TOptions)SectionBinder.Bind(typeof(TOptions), path, source);
            return source.Errors.Count == before ? options : throw new FormatException(string.Join("; ", source.Errors.Skip(before)));
        }
    }
}
