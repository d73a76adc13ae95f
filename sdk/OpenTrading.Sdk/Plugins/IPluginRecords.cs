using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;

namespace OpenTrading.Sdk.Plugins;

/// <summary>
/// What a plugin keeps that grows by records: lines of text, in files of its own in the home. A record is on disk when the call returns, and costs the
/// same however many there are; a crash leaves every record whole or not at all. What is small and changes in place belongs in
/// <see cref="IPluginState"/>.
/// </summary>
/// <remarks>A file is named by 1 to 32 small letters, digits or <c>_</c>. A file has 64 MiB at most.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IPluginRecords
{
    /// <summary>The records, oldest first; none where there is no such file.</summary>
    /// <param name="file">Name of the file.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    /// <exception cref="DataException">It cannot be read, or is larger than a file may be.</exception>
    IReadOnlyList<string> Read(string file);

    /// <summary>Adds records behind the others, all of them at once.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="records">Texts without line breaks.</param>
    /// <exception cref="ArgumentException">The name is none, or a record has a line break.</exception>
    /// <exception cref="CapabilityException">The file would be too large: <see cref="ErrorCode.LimitExceeded"/>; it is as before.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    void Append(string file, IReadOnlyList<string> records);

    /// <summary>Puts records in the place of all there were: the file is the old one or the new one, whatever happens.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="records">Texts without line breaks.</param>
    /// <exception cref="ArgumentException">The name is none, or a record has a line break.</exception>
    /// <exception cref="CapabilityException">The file would be too large: <see cref="ErrorCode.LimitExceeded"/>; it is as before.</exception>
    /// <exception cref="DataException">It cannot be written; it is as before.</exception>
    void Replace(string file, IReadOnlyList<string> records);
}
