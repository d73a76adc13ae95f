using OpenTrading.Host.Configuration;

namespace OpenTrading.Host.Tests.Configuration;

internal static class HostConfigurationValues
{
    /// <summary>Effective value and origin of a key.</summary>
    public static (string Value, string Origin) Effective(this HostConfiguration configuration, string key)
    {
        Host.Configuration.Binding.ConfigItem item = configuration.Items.Single(i => i.Key == key);
        return (item.Value, item.Origin);
    }

    public static string Value(this HostConfiguration configuration, string key) => configuration.Effective(key).Value;
}
