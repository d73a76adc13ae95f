using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using OpenTrading.Kernel.Storage;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Host.Plugins;

/// <summary>Records of one plugin, in files of its name.</summary>
/// <param name="folder">Where the files of all plugins lie.</param>
/// <param name="pluginId">Whose.</param>
internal sealed partial class PluginRecordFiles(string folder, string pluginId) : IPluginRecords
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 64 << 20;

    private readonly ConcurrentDictionary<string, RecordFile> _files = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Read(string file)
    {
        // None that was written through here is larger, and what somebody else left must not fill the memory of the host.
        RecordFile source = Of(file);
        return source.Length <= MostBytes ? source.Read() : throw new DataException(
            $"{pluginId}.{file}.jsonl", $"the {file} of plugin {pluginId} have {source.Length} bytes; {MostBytes} is the most", "Move the file out of the state folder, or shorten it.");
    }

    /// <inheritdoc/>
    public void Append(string file, IReadOnlyList<string> records)
    {
        RecordFile target = Of(file);
        RequireBounded(file, target.Length, records);
        target.Append(records);
    }

    /// <inheritdoc/>
    public void Replace(string file, IReadOnlyList<string> records)
    {
        RecordFile target = Of(file);
        RequireBounded(file, 0, records);
        target.Replace(records);
    }

    private RecordFile Of(string file) => Name().IsMatch(file)
        ? _files.GetOrAdd(file, name => new RecordFile(Path.Combine(folder, $"{pluginId}.{name}.jsonl"), $"the {name} of plugin {pluginId}"))
        : throw new ArgumentException($"'{file}' is no name of a file of records; write 1 to 32 small letters, digits or '_'.", nameof(file));

    private void RequireBounded(string file, long before, IReadOnlyList<string> records)
    {
        long bytes = before;
        foreach (string record in records)
        {
            if (record.AsSpan().ContainsAny('\n', '\r'))
            {
                throw new ArgumentException("A record is one line; it has a line break.", nameof(records));
            }

            bytes += System.Text.Encoding.UTF8.GetByteCount(record) + 1;
        }

        if (bytes > MostBytes)
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"{file} of plugin {pluginId} would have {bytes} bytes; {MostBytes} is the most", "Remove what is no longer needed.");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z")]
    private static partial Regex Name();
}
