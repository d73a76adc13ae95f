using System.Reflection;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Fills a typed section record from settings. The property's initial value is the default.</summary>
internal static class SectionBinder
{
    /// <summary>A section of <paramref name="type"/> from the table <paramref name="path"/>.</summary>
    public static object Bind(Type type, string[] path, ConfigSource source)
    {
        object section = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OptionAttribute>() is not { } key)
            {
                continue;
            }

            var own = key as ConfigKeyAttribute;
            object? value = source.Get(
                [.. path, key.Name],
                property.PropertyType,
                new ConfigRange(key.Min, key.Max),
                property.GetValue(section),
                isOptional: true,
                own?.SeedName,
                own?.SeedInverted ?? false);
            property.SetValue(section, value);
        }

        return section;
    }
}
