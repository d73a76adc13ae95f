using System.Reflection;
using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Changes;

/// <summary>The settings that every host has, by key.</summary>
internal static class ConfigKeys
{
    private static readonly Dictionary<string, (Type Type, ConfigRange Range)> All = typeof(HostConfiguration).GetProperties()
        .Where(p => p.IsDefined(typeof(ConfigSectionAttribute)))
        .SelectMany(section => section.PropertyType.GetProperties()
            .Where(p => p.IsDefined(typeof(ConfigKeyAttribute)))
            .Select(p => (Section: section.GetCustomAttribute<ConfigSectionAttribute>()!.Name, Key: p.GetCustomAttribute<ConfigKeyAttribute>()!, p.PropertyType)))
        .ToDictionary(k => $"{k.Section}.{k.Key.Name}", k => (k.PropertyType, new ConfigRange(k.Key.Min, k.Key.Max)), StringComparer.Ordinal);

    /// <summary>Their keys.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>Type and bounds of a setting; null when there is none of that key.</summary>
    public static (Type Type, ConfigRange Range)? Find(string key) => All.TryGetValue(key, out (Type Type, ConfigRange Range) found) ? found : null;
}
