namespace OpenTrading.Sdk.Data;

/// <summary>Reads ticks from one foreign file format. Packing (gzip, zip) is undone before an importer sees the bytes.</summary>
/// <threadsafety>Safe from any thread; an importer keeps nothing between calls.</threadsafety>
public interface ITickImporter
{
    /// <summary>Short name of the format, such as <c>csv</c> or <c>mt5</c>.</summary>
    string Format { get; }

    /// <summary>Whether the beginning of a file looks like ticks in this format.</summary>
    /// <param name="head">First bytes of the file, up to 64 KiB; a shorter file is whole.</param>
    bool Recognizes(ReadOnlySpan<byte> head);

    /// <summary>Reads the file to its end.</summary>
    /// <param name="content">The unpacked file from its first byte.</param>
    /// <param name="rows">Takes each tick and each row that cannot be read.</param>
    /// <param name="cancellationToken">Stops the import; nothing is stored.</param>
    /// <exception cref="ImportException">The file, or a row when bad rows are not to be skipped, cannot be read.</exception>
    void Read(Stream content, TickRows rows, CancellationToken cancellationToken);
}
