using System.Collections.Concurrent;
using System.Text.Json;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>The newest quotes of a terminal's symbols, and the ticks on their way to whoever follows them.</summary>
/// <threadsafety>Written on the link's turn; read from any thread.</threadsafety>
internal sealed class QuoteBoard
{
    private readonly ConcurrentDictionary<string, BrokerQuote> _quotes = new(StringComparer.Ordinal);
    private long _ticks;
    private long _dropped;
    private long _lastTicks;

    /// <summary>Told of every tick, on the link's turn.</summary>
    public event Action<string, Tick>? Ticked;

    /// <summary>Ticks so far.</summary>
    public long Ticks => Interlocked.Read(ref _ticks);

    /// <summary>Ticks that the terminal left out because the host was behind.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>UTC instant of the newest tick; null before the first.</summary>
    public DateTime? LastTickAt => Interlocked.Read(ref _lastTicks) is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>The newest quote; null when none came yet.</summary>
    public BrokerQuote? Find(string brokerSymbol) => _quotes.TryGetValue(brokerSymbol, out BrokerQuote quote) ? quote : null;

    /// <summary>Takes a quote that was asked for.</summary>
    public void Take(string brokerSymbol, BrokerQuote quote)
    {
        if (quote.IsSound)
        {
            _quotes.AddOrUpdate(brokerSymbol, quote, (_, known) => known.Time > quote.Time ? known : quote);
        }
    }

    /// <summary>Takes a <c>ticks</c> event.</summary>
    /// <exception cref="ProtocolException">It is none.</exception>
    public void Take(JsonElement message)
    {
        Interlocked.Add(ref _dropped, message.WholeOr("dropped"));
        foreach (JsonElement row in message.Rows().EnumerateArray())
        {
            string symbol = row.Text(0);
            BrokerQuote quote = BrokerQuote.OfRow(row);
            Interlocked.Increment(ref _ticks);
            if (!quote.IsSound)
            {
                continue;
            }

            _quotes[symbol] = quote;
            Interlocked.Exchange(ref _lastTicks, quote.Time.Ticks);
            Ticked?.Invoke(symbol, new Tick(quote.Time, (double)quote.Bid, (double)quote.Ask, row.Price(4), row.Price(5)));
        }
    }

    /// <summary>Forgets all quotes: what a terminal that was away told before is too old to act on.</summary>
    public void Clear() => _quotes.Clear();
}
