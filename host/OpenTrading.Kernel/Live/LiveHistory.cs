using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Live;

/// <summary>The accounts at brokers that earlier runs of the host have traded on. Fed record by record, in order.</summary>
public sealed class LiveHistory
{
    private readonly Dictionary<string, JournaledDesk> _byAccount = new(StringComparer.Ordinal);

    /// <summary>They, by account.</summary>
    public IReadOnlyDictionary<string, JournaledDesk> ByAccount => _byAccount;

    /// <summary>Takes one record; those of no account at a broker are passed over.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.BrokerAccount() is not { } account)
        {
            return;
        }

        if (!_byAccount.TryGetValue(account, out JournaledDesk? desk))
        {
            _byAccount.Add(account, desk = new JournaledDesk());
        }

        desk.Apply(record);
    }
}
