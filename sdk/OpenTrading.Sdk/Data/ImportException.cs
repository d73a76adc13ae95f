namespace OpenTrading.Sdk.Data;

/// <summary>A foreign file that cannot be imported. Nothing of it was stored.</summary>
public sealed class ImportException : DataException
{
    /// <summary>The file as a whole is at fault.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="what">What is wrong; no full stop at the end.</param>
    /// <param name="remedy">What to do about it, a whole sentence.</param>
    /// <param name="inner">The failure below, if any.</param>
    public ImportException(string file, string what, string remedy, Exception? inner = null)
        : base(file, what, remedy, inner) => File = file;

    /// <summary>One row is at fault.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="row">Line of the file, 1 = first line, a header included.</param>
    /// <param name="value">The offending text or number.</param>
    /// <param name="what">What is wrong with it; no full stop at the end.</param>
    /// <param name="remedy">What to do about it, a whole sentence.</param>
    public ImportException(string file, long row, string value, string what, string remedy)
        : base($"{file} row {row}", what, remedy) => (File, Row, Value) = (file, row, value);

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Line of the file, 1 = first line; null when the whole file is at fault.</summary>
    public long? Row { get; }

    /// <summary>The offending text or number; null when the whole file is at fault.</summary>
    public string? Value { get; }
}
