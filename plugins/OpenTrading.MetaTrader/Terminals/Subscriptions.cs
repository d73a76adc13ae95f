using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>What an expert is asked to tell without being asked: ticks of symbols, and bars as they close.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class Subscriptions
{
    private const int MostSymbols = 128;
    private const int MostBars = 256;

    private readonly Lock _gate = new();
    private readonly List<string> _symbols = [];
    private readonly List<string> _bars = [];

    /// <summary>Adds the ticks of symbols.</summary>
    /// <returns>Whether the set changed.</returns>
    public bool AddTicks(IEnumerable<string> brokerSymbols) => Add(_symbols, brokerSymbols, MostSymbols);

    /// <summary>Adds the bars of a symbol.</summary>
    /// <returns>Whether the set changed.</returns>
    public bool AddBars(string brokerSymbol, Timeframe timeframe) => Add(_bars, [$"{brokerSymbol}:{timeframe}"], MostBars);

    /// <summary>Whether the ticks of a symbol are asked for.</summary>
    public bool HasTicks(string brokerSymbol)
    {
        lock (_gate)
        {
            return _symbols.Contains(brokerSymbol);
        }
    }

    /// <summary>Asks an expert for all of them; it replaces what it was asked for before.</summary>
    public void Send(Session session)
    {
        (string symbols, string bars) = Lists();
        session.Post("subscribe", m => m.With("symbols", symbols).With("bars", bars), answer => answer.Dispose(), _ => { });
    }

    private (string Symbols, string Bars) Lists()
    {
        lock (_gate)
        {
            return (string.Join(',', _symbols), string.Join(',', _bars));
        }
    }

    // The oldest goes where there is no room: what nobody asked for of late is missed least.
    private bool Add(List<string> set, IEnumerable<string> items, int most)
    {
        lock (_gate)
        {
            string[] fresh = [.. items.Where(i => !i.Contains(',', StringComparison.Ordinal)).Except(set)];
            set.AddRange(fresh);
            if (set.Count > most)
            {
                set.RemoveRange(0, set.Count - most);
            }

            return fresh.Length > 0;
        }
    }
}
