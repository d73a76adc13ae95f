using System.Reflection;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>Fills a typed section record from settings. The property's initial value is the default.</summary>
internal static class SectionBinder
{
    /// <summary>A section of <paramref name="type"/> from the table <paramref name="name"/>.</summary>
    public static object Bind(Type type, string name, ConfigSource source)
    {
        object section = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ConfigKeyAttribute>() is not { } key)
            {
                continue;
            }

            object? value = source.Get(
                [name, key.Name],
                property.PropertyType,
                new ConfigRange(key.Min, key.Max),
                property.GetValue(section),
                isOptional: true,
                key.SeedName,
                key.SeedInverted);
            property.SetValue(section, value);
        }

        return section;
    }
}
