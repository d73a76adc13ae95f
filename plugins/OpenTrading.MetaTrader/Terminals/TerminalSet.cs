using System.Collections.Concurrent;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>All terminals that ever connected to this host, one an account.</summary>
/// <param name="instruments">Instruments that the host knows.</param>
/// <param name="resolver">Finds the broker's names of them.</param>
/// <param name="wall">The machine's clock.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class TerminalSet(IReadOnlyDictionary<string, Instrument> instruments, SymbolResolver resolver, TimeProvider wall)
{
    private readonly ConcurrentDictionary<string, Terminal> _byAccount = new(StringComparer.Ordinal);
    private readonly Lock _entering = new();
    private readonly Dictionary<string, Session> _inside = new(StringComparer.Ordinal);

    /// <summary>Told of a terminal whose account is new to this host, before its first link is served.</summary>
    public event Action<Terminal>? Appeared;

    /// <summary>All of them, those that connected first first.</summary>
    public IReadOnlyList<Terminal> All => [.. _byAccount.Values.OrderBy(t => t.ConnectedAt)];

    /// <summary>The terminals of a kind that are connected now.</summary>
    public IEnumerable<Terminal> Connected(Platform platform) => All.Where(t => t.Platform == platform && t.Session is not null);

    /// <summary>The terminal of an account; null when it never connected.</summary>
    public Terminal? Find(string account) => _byAccount.GetValueOrDefault(account);

    /// <summary>Lets a session in: one a login, and the same expert takes the place of its old link.</summary>
    /// <param name="session">The session.</param>
    /// <param name="terminal">Whose it is.</param>
    /// <returns>False when another expert holds the login.</returns>
    public bool TryEnter(Session session, out Terminal terminal)
    {
        Hello hello = session.Hello;
        bool isNew = false;
        lock (_entering)
        {
            if (_inside.TryGetValue(hello.Account, out Session? other) && !other.HasEnded)
            {
                if (other.Hello.Instance != hello.Instance)
                {
                    terminal = _byAccount[hello.Account];
                    return false;
                }

                other.End("the same expert connected anew");
            }

            _inside[hello.Account] = session;
            terminal = _byAccount.GetOrAdd(hello.Account, _ =>
            {
                isNew = true;
                return new Terminal(hello, instruments, resolver, wall);
            });
        }

        if (isNew)
        {
            Appeared?.Invoke(terminal);
        }

        return true;
    }

    /// <summary>Whether another expert than this one holds the login now.</summary>
    public bool IsTaken(Hello hello)
    {
        lock (_entering)
        {
            return _inside.TryGetValue(hello.Account, out Session? other) && !other.HasEnded && other.Hello.Instance != hello.Instance;
        }
    }
}
