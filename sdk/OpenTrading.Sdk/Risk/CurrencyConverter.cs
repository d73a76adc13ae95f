using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Risk;

/// <summary>Converts losses and notional amounts into account currency at the side of the market that costs more.</summary>
/// <remarks>
/// Profit currency P to account currency A: pair PA at its ask, or pair AP at 1/bid; else two hops through USD, then EUR.
/// A missing rate is null, never 1.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class CurrencyConverter
{
    private static readonly string[] Hubs = ["USD", "EUR"];
    private readonly Func<string, Quote?> _quote;
    private readonly Func<string, string, string> _pair;

    /// <summary>A converter over quotes by symbol.</summary>
    /// <param name="quote">Latest quote of a symbol, or null.</param>
    /// <param name="pair">Name of the symbol of two currencies; default: base and quote joined.</param>
    public CurrencyConverter(Func<string, Quote?> quote, Func<string, string, string>? pair = null)
    {
        _quote = quote;
        _pair = pair ?? string.Concat;
    }

    /// <summary>Account-currency units that one unit of <paramref name="from"/> costs; null when a rate is missing.</summary>
    public decimal? Rate(string from, string to)
    {
        if (from == to)
        {
            return 1m;
        }

        if (Direct(from, to) is { } direct)
        {
            return direct;
        }

        foreach (string hub in Hubs)
        {
            if (hub != from && hub != to && Direct(from, hub) is { } first && Direct(hub, to) is { } second)
            {
                return first * second;
            }
        }

        return null;
    }

    /// <summary>UTC instant of the oldest quote that <see cref="Rate"/> is made of; null without a rate, and between equal currencies, which need no quote.</summary>
    /// <param name="from">Currency to convert.</param>
    /// <param name="to">Currency to convert to.</param>
    public DateTime? OldestQuote(string from, string to)
    {
        if (from == to)
        {
            return null;
        }

        if (Direct(from, to) is not null)
        {
            return Source(from, to)?.Time;
        }

        foreach (string hub in Hubs)
        {
            if (hub != from && hub != to && Direct(from, hub) is not null && Direct(hub, to) is not null)
            {
                DateTime first = Source(from, hub)!.Time;
                DateTime second = Source(hub, to)!.Time;
                return first < second ? first : second;
            }
        }

        return null;
    }

    private Quote? Source(string from, string to) => _quote(_pair(from, to)) is { Ask: > 0 } multiply ? multiply : _quote(_pair(to, from));

    private decimal? Direct(string from, string to)
    {
        if (_quote(_pair(from, to)) is { Ask: > 0 } multiply)
        {
            return multiply.Ask;
        }

        return _quote(_pair(to, from)) is { Bid: > 0 } divide ? 1m / divide.Bid : null;
    }
}
