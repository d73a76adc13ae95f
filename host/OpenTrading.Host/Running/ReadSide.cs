using OpenTrading.Host.Configuration;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Approvals.Proposals;
using OpenTrading.Kernel.Capabilities.Idempotency;
using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Journal.Calls;
using OpenTrading.Kernel.Journal.Index;
using OpenTrading.Kernel.Journal.Notes;
using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Paper.Books;
using OpenTrading.Kernel.Sessions.Exits;
using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Kernel.Trades;

namespace OpenTrading.Host.Running;

/// <summary>What can be asked about the journal without reading all of it: fed with its past at the start, then with every record once it is on disk.</summary>
internal sealed class ReadSide : IDisposable
{
    /// <summary>An empty one, for the journal of a home.</summary>
    public ReadSide(HomeFolder home, HostConfiguration configuration)
    {
        Index = new JournalIndex(home.Audit);
        Answers = new AnswerBook(Index);
        Calls = new CallLog(home.Calls, TimeProvider.System);
        Trades = new TradeBook(configuration.Instruments, configuration.Accounts.Currency);
        LiveTrades = new LiveTrades(configuration.Instruments);
    }

    /// <summary>Finds and proves records.</summary>
    public JournalIndex Index { get; }

    /// <summary>Calls under an idempotency key, with their answers.</summary>
    public AnswerBook Answers { get; }

    /// <summary>Calls of capabilities.</summary>
    public CallLog Calls { get; }

    /// <summary>Notes of people and clients.</summary>
    public NoteBook Notes { get; } = new();

    /// <summary>Closed trades of the paper account.</summary>
    public TradeBook Trades { get; }

    /// <summary>Trades of accounts at brokers.</summary>
    public LiveTrades LiveTrades { get; }

    /// <summary>Recorded signals.</summary>
    public SignalBook Signals { get; } = new();

    /// <summary>Exits that the host manages.</summary>
    public ExitBook Exits { get; } = new();

    /// <summary>Books of the paper account.</summary>
    public PaperBooks Books { get; } = new();

    /// <summary>Proposals of clients.</summary>
    public ProposalBook Proposals { get; } = new();

    /// <summary>Steps of requests at brokers.</summary>
    public OrderTimelines Timelines { get; } = new();

    /// <summary>Ends the replay of the journal's past.</summary>
    /// <exception cref="JournalException">The journal is not what was replayed.</exception>
    public void Complete() => Calls.Complete(Index);

    /// <summary>Takes the next record.</summary>
    public void Apply(JournalRecord record)
    {
        Index.Apply(record);
        Answers.Apply(record);
        Calls.Apply(record);
        Notes.Apply(record);
        Signals.Apply(record);
        Proposals.Apply(record);
        if (record.BrokerAccount() is not null)
        {
            Timelines.Apply(record);
            LiveTrades.Apply(record);
            return;
        }

        Trades.Apply(record);
        Exits.Apply(record);
        Books.Apply(record);
    }

    /// <summary>Closes what is open on disk.</summary>
    public void Dispose() => Calls.Dispose();
}
