using System.Collections.Concurrent;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.Monitors;

/// <summary>
/// Closes of past days by symbol. They are read aside, for a terminal may take its time and an order may not wait for it, and kept for an hour; what is
/// being read, or cannot be, is not known.
/// </summary>
/// <param name="daily">Daily bars of a symbol.</param>
/// <param name="clock">Tells how old a reading is.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class CloseBook(Func<string, MarketBars> daily, TimeProvider clock)
{
    /// <summary>How many days are read.</summary>
    public const int Kept = 256;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Reading> _bySymbol = new(StringComparer.Ordinal);

    /// <summary>Closes of a symbol, oldest first; empty where none are known.</summary>
    public IReadOnlyList<DailyClose> Of(string symbol)
    {
        Reading? known = _bySymbol.GetValueOrDefault(symbol);
        if (known is null || clock.GetElapsedTime(known.At) > (known.Closes.Count > 0 ? Fresh : Retry))
        {
            // The old ones stand until the new ones are there, and the mark keeps others from reading too.
            var mark = new Reading(known?.Closes ?? [], clock.GetTimestamp());
            _bySymbol[symbol] = mark;
            _ = Task.Run(() => _bySymbol[symbol] = new Reading(Read(symbol), clock.GetTimestamp()));
            return mark.Closes;
        }

        return known.Closes;
    }

    private DailyClose[] Read(string symbol)
    {
        try
        {
            MarketBars bars = daily(symbol);
            return [.. Enumerable.Range(0, bars.Bars.Count).Select(i => bars.Bars[i]).Select(b => new DailyClose(DateOnly.FromDateTime(b.Time), b.Close))];
        }
        catch (Exception e) when (e is CapabilityException or DataException or IOException or TimeoutException)
        {
            return [];
        }
    }

    private sealed record Reading(IReadOnlyList<DailyClose> Closes, long At);
}
