using System.Collections.Concurrent;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Trades;

/// <summary>The trades of all accounts at brokers. Fed record by record, in order.</summary>
/// <param name="instruments">Known instruments by symbol.</param>
/// <threadsafety>Safe: one thread feeds it, any number ask.</threadsafety>
public sealed class LiveTrades(IReadOnlyDictionary<string, Instrument> instruments)
{
    private readonly ConcurrentDictionary<string, AccountTrades> _byAccount = new(StringComparer.Ordinal);

    /// <summary>Those of an account; nothing yet where no record names it.</summary>
    /// <param name="account">The account as <c>login@server</c>.</param>
    public AccountTrades Of(string account) => _byAccount.GetOrAdd(account, _ => new AccountTrades(instruments));

    /// <summary>Takes the next record; one of no account at a broker is passed over.</summary>
    public void Apply(JournalRecord record)
    {
        if (record.BrokerAccount() is { } account)
        {
            Of(account).Apply(record);
        }
    }
}
