using System.Text.Json;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Plugins;

/// <summary>Plugins that an operator has switched off, in a file of the home: they stay off over restarts.</summary>
/// <threadsafety>Safe.</threadsafety>
internal sealed class PluginSwitches
{
    private readonly string _file;
    private readonly Lock _changing = new();
    private volatile HashSet<string> _off;

    /// <summary>Reads the file; there is none before the first is switched off.</summary>
    /// <exception cref="HomeException">It is damaged.</exception>
    public PluginSwitches(string file)
    {
        _file = file;
        try
        {
            _off = File.Exists(file) ? [.. JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(file)) ?? []] : [];
        }
        catch (JsonException e)
        {
            throw new HomeException($"{file}: it is no list of plugins ({e.Message}); delete it, and switch plugins off again.");
        }
    }

    /// <summary>Whether a plugin is switched off.</summary>
    public bool IsOff(string id) => _off.Contains(id);

    /// <summary>Switches a plugin on or off.</summary>
    /// <exception cref="IOException">The file cannot be written; nothing is switched then.</exception>
    public void Set(string id, bool isOn)
    {
        lock (_changing)
        {
            HashSet<string> next = [.. _off.Where(o => o != id)];
            if (!isOn)
            {
                next.Add(id);
            }

            AtomicFile.Write(_file, JsonSerializer.SerializeToUtf8Bytes(next.Order(StringComparer.Ordinal)));
            _off = next;
        }
    }
}
