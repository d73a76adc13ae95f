using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Scanner.Tests.Support;

/// <summary>A plugin's file that lives as long as the test.</summary>
internal sealed class MemoryState : IPluginState
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Keys => [.. _values.Keys];

    public string? Get(string key) => _values.GetValueOrDefault(key);

    public void Set(string key, string? value) => Set(new Dictionary<string, string?> { [key] = value });

    public void Set(IReadOnlyDictionary<string, string?> values)
    {
        foreach ((string key, string? value) in values)
        {
            if (value is null)
            {
                _values.Remove(key);
            }
            else
            {
                _values[key] = value;
            }
        }
    }
}
