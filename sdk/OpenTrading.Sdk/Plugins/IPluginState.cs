using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Plugins;

/// <summary>
/// What a plugin keeps between runs: texts by key, in a file of its own in the home. A change is on disk when the call returns; a crash leaves the
/// whole of what was before or the whole of what is after. Survives a reload of the plugin.
/// </summary>
/// <remarks>
/// A key has 1 to 128 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> or <c>-</c>. There are at most 10,000 keys, and keys and values have
/// 16 million characters at most together. What changes often belongs in one call of <see cref="Set(IReadOnlyDictionary{string, string?})"/>: each
/// call writes the file anew.
/// </remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IPluginState
{
    /// <summary>Keys that have a value, sorted.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    IReadOnlyList<string> Keys { get; }

    /// <summary>Value of a key; null when it has none.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    string? Get(string key);

    /// <summary>Gives a key a value; null takes it away.</summary>
    /// <exception cref="ArgumentException">The key is no key.</exception>
    /// <exception cref="CapabilityException">The state would be too large: <see cref="ErrorCode.LimitExceeded"/>; it is as before.</exception>
    /// <exception cref="DataException">The file cannot be read or written; the state is as before.</exception>
    void Set(string key, string? value);

    /// <summary>Gives several keys their values at once; null takes one away.</summary>
    /// <exception cref="ArgumentException">A key is no key.</exception>
    /// <exception cref="CapabilityException">The state would be too large: <see cref="ErrorCode.LimitExceeded"/>; it is as before.</exception>
    /// <exception cref="DataException">The file cannot be read or written; the state is as before.</exception>
    void Set(IReadOnlyDictionary<string, string?> values);
}
