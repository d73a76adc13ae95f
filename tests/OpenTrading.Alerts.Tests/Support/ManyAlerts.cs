using System.Collections;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Tests.Support;

/// <summary>A file of alerts that nobody wrote: each line is made when it is asked for.</summary>
/// <param name="count">How many lines.</param>
/// <param name="line">Makes one.</param>
internal sealed class ManyAlerts(int count, Func<int, string> line) : IPluginRecords, IReadOnlyList<string>
{
    /// <summary>Lines that were added.</summary>
    public int Added { get; private set; }

    /// <summary>Whether the file was written anew.</summary>
    public bool IsReplaced { get; private set; }

    public int Count => count;

    public string this[int index] => line(index);

    public IReadOnlyList<string> Read(string file) => this;

    public void Append(string file, IReadOnlyList<string> records) => Added += records.Count;

    public void Replace(string file, IReadOnlyList<string> records) => IsReplaced = true;

    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
