using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>Quotes of an account's symbols, one a second, for the last four hours.</summary>
/// <threadsafety>Belongs to the account's thread; what it gives out is immutable.</threadsafety>
public sealed class QuoteBook
{
    /// <summary>How far apart two of them are at least.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    /// <summary>How far they reach back at most.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(4);

    private static readonly int Kept = (int)(Reach / Apart);

    private readonly Dictionary<string, Samples> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>Takes a quote; within a second of the last one it is passed over.</summary>
    public void Add(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        if (!_bySymbol.TryGetValue(quote.Symbol, out Samples? samples))
        {
            _bySymbol.Add(quote.Symbol, samples = new Samples());
        }

        samples.Add(quote);
    }

    /// <summary>The quotes of a symbol; null before the first.</summary>
    public QuoteSamples? Of(string symbol) => _bySymbol.GetValueOrDefault(symbol)?.Now;

    private sealed class Samples
    {
        private Quote[] _items = new Quote[64];
        private int _start;
        private int _end;
        private QuoteSamples? _now;

        public QuoteSamples Now => _now ??= new QuoteSamples(_items.AsMemory(_start, _end - _start));

        public void Add(Quote quote)
        {
            if (_end > _start && quote.Time < _items[_end - 1].Time + Apart)
            {
                return;
            }

            // What was given out is never written over: new quotes come behind it, or into another array.
            if (_end == _items.Length)
            {
                int count = Math.Min(_end - _start, Kept - 1);
                var items = new Quote[count * 2];
                Array.Copy(_items, _end - count, items, 0, count);
                (_items, _start, _end) = (items, 0, count);
            }

            _items[_end++] = quote;
            _start = Math.Max(_start, _end - Kept);
            _now = null;
        }
    }
}
