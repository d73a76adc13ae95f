namespace OpenTrading.Kernel.Journal;

/// <summary>The journal could not be written, or is not what was once written.</summary>
public sealed class JournalException : IOException
{
    public JournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    public JournalException(JournalFault fault)
        : base((fault ?? throw new ArgumentNullException(nameof(fault))).ToString()) => Fault = fault;

    /// <summary>Where the chain breaks, when that is the reason.</summary>
    public JournalFault? Fault { get; }
}
