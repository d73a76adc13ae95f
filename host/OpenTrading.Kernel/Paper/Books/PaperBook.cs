using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Books;

/// <summary>A life of the paper account, from its first money to its next reset.</summary>
/// <param name="BookId"><c>book_</c> and a ULID; the same whenever it is read from the journal again.</param>
/// <param name="StartedAt">When it was opened, UTC.</param>
public sealed record PaperBook(string BookId, DateTime StartedAt);

/// <summary>The books of the paper account as the journal tells them: the first begins with the first start, every other with a reset. Fed record by record.</summary>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class PaperBooks
{
    /// <summary>Type of the record that begins another book.</summary>
    public const string ResetType = "paper.reset";

    private volatile PaperBook? _current;

    /// <summary>The book in use; null before the first start is on disk.</summary>
    public PaperBook? Current => _current;

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type == ResetType || (_current is null && record.Type == "host.started"))
        {
            _current = new PaperBook(Ulid.Of("book_", record.Time, Convert.FromHexString(record.Hash)), record.Time);
        }
    }
}
