using System.Text.RegularExpressions;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Plugins;

/// <summary>What one plugin keeps, in a file of its name.</summary>
/// <param name="folder">Where the files of all plugins lie.</param>
/// <param name="pluginId">Whose.</param>
internal sealed partial class PluginStateFile(string folder, string pluginId) : IPluginState
{
    /// <summary>Most keys.</summary>
    public const int MostKeys = 10_000;

    /// <summary>Most characters of keys and values together.</summary>
    public const int MostCharacters = 16_000_000;

    private readonly StateFile<Dictionary<string, string>> _file = new(Path.Combine(folder, pluginId + ".json"), $"the keys of plugin {pluginId}");
    private readonly Lock _turn = new();
    private Dictionary<string, string>? _values;

    /// <inheritdoc/>
    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_turn)
            {
                return [.. Values.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    private Dictionary<string, string> Values => _values ??= new(_file.Read() ?? [], StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Get(string key)
    {
        lock (_turn)
        {
            return Values.GetValueOrDefault(key);
        }
    }

    /// <inheritdoc/>
    public void Set(string key, string? value) => Set(new Dictionary<string, string?> { [key] = value });

    /// <inheritdoc/>
    public void Set(IReadOnlyDictionary<string, string?> values)
    {
        lock (_turn)
        {
            var next = new Dictionary<string, string>(Values, StringComparer.Ordinal);
            foreach ((string key, string? value) in values)
            {
                if (!Key().IsMatch(key))
                {
                    throw new ArgumentException($"'{key}' is no key; write 1 to 128 letters, digits, '.', '_', ':' or '-'.", nameof(values));
                }

                if (value is null)
                {
                    next.Remove(key);
                }
                else
                {
                    next[key] = value;
                }
            }

            RequireBounded(next);
            _file.Write(next);
            _values = next;
        }
    }

    private void RequireBounded(Dictionary<string, string> values)
    {
        long characters = values.Sum(v => (long)v.Key.Length + v.Value.Length);
        if (values.Count > MostKeys || characters > MostCharacters)
        {
            throw new CapabilityException(
                ErrorCode.LimitExceeded,
                $"plugin {pluginId} would keep {values.Count} keys of {characters} characters; {MostKeys} keys and {MostCharacters} characters are the most",
                "Remove what is no longer needed.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z")]
    private static partial Regex Key();
}
