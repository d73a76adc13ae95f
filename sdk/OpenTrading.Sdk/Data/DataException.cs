namespace OpenTrading.Sdk.Data;

/// <summary>Market data that is absent, corrupt or in use. The message is one line: where, what, remedy.</summary>
public class DataException : Exception
{
    /// <summary>Composes the message.</summary>
    /// <param name="where">File or series.</param>
    /// <param name="what">What is wrong, with the value; no full stop at the end.</param>
    /// <param name="remedy">What to do about it, a whole sentence.</param>
    /// <param name="inner">The failure below, if any.</param>
    public DataException(string where, string what, string remedy, Exception? inner = null)
        : base($"{where}: {what}. {remedy}", inner)
    {
        Where = where;
        What = what;
        Remedy = remedy;
    }

    /// <summary>File or series.</summary>
    public string Where { get; }

    /// <summary>What is wrong, with the value; no full stop at the end.</summary>
    public string What { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
