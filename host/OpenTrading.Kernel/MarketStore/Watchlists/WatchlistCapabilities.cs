using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using OpenTrading.Kernel.MarketStore.Prices;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.MarketStore.Watchlists;

/// <summary>Lists of symbols that are looked at together.</summary>
/// <param name="market">Prices.</param>
/// <param name="lists">The lists.</param>
public sealed partial class WatchlistCapabilities(MarketReader market, WatchlistFile lists)
{
    /// <summary>A watchlist with prices.</summary>
    [Capability("get_watchlist", "market", Effect.Read, "GET /watchlists/{name}", Errors = [ErrorCode.NotFound])]
    [Description("Quotes and change of day of the symbols of a watchlist.")]
    public WatchlistResult GetWatchlist([StringLength(32), Description("Which list")] string name = WatchlistFile.Main)
    {
        IReadOnlyList<string> symbols = lists.Find(name) ?? throw new CapabilityException(
            ErrorCode.NotFound,
            $"There is no watchlist '{name}'",
            Suggestion.Nearest(name, lists.Names) is { } guess ? $"Did you mean {guess}?" : $"There are {string.Join(", ", lists.Names)}; make one with set_watchlist.");
        List<WatchedSymbol> items = [];
        List<Unavailable> missing = [];
        foreach (string symbol in symbols)
        {
            try
            {
                items.Add(Item(market.Resolve(symbol)));
            }
            catch (CapabilityException none) when (none.Code is ErrorCode.DataUnavailable or ErrorCode.SymbolUnknown)
            {
                missing.Add(new Unavailable(symbol, none.Message));
            }
        }

        return new WatchlistResult
        {
            Summary = $"{name}: {items.Count} of {symbols.Count} symbols have a price{(missing.Count > 0 ? $"; none for {string.Join(", ", missing.Select(m => m.Section))}" : "")}.",
            Source = DataSources.Of(items.Select(i => i.Source)),
            AsOf = items.Count > 0 ? items.Max(i => i.Time) : market.Now,
            Stale = items.Any(i => i.Stale),
            Name = name,
            Items = items,
            Unavailable = missing,
        };
    }

    /// <summary>Sets the symbols of a watchlist.</summary>
    [Capability("set_watchlist", "market", Effect.Simulate, "POST /watchlists/{name}", Errors = [ErrorCode.SymbolUnknown])]
    [Description("Set the symbols of a watchlist; none removes it.")]
    public WatchlistChangeResult SetWatchlist(string[] symbols, [StringLength(32), Description("Which list")] string name = WatchlistFile.Main)
    {
        if (!Name().IsMatch(name))
        {
            throw Invalid("name", $"'{name}' is no name of a list; use 1 to 32 of a-z 0-9 _ -");
        }

        string[] canonical = [.. symbols.Select(Canonical).Distinct()];
        if (canonical.Length > WatchlistFile.MostSymbols)
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"{canonical.Length} symbols; a list holds {WatchlistFile.MostSymbols} at most", "Split the list.");
        }

        if (lists.Names.Count >= WatchlistFile.MostLists && lists.Find(name) is null)
        {
            throw new CapabilityException(ErrorCode.LimitExceeded, $"There are {WatchlistFile.MostLists} lists already", "Remove one: set it to no symbols.");
        }

        IReadOnlyList<string> before = lists.Set(name, canonical);
        IReadOnlyList<string> now = lists.Find(name) ?? [];
        return new WatchlistChangeResult
        {
            Summary = now.Count == 0 ? $"{name} is removed." : $"{name} holds {now.Count} symbols: {string.Join(", ", now)}.",
            AsOf = market.Now,
            Name = name,
            Symbols = now,
            Added = [.. now.Except(before)],
            Removed = [.. before.Except(now)],
        };
    }

    private static CapabilityException Invalid(string argument, string message) => new(
        ErrorCode.ValidationError, $"{argument}: {message}", "Correct the arguments named in details.", [new ErrorDetail([argument], message)]);

    // A source that was named stays named; otherwise the list follows the order of sources.
    private string Canonical(string symbol)
    {
        string name = market.Instrument(symbol).Symbol;
        int prefix = symbol.IndexOf(':', StringComparison.Ordinal);
        return prefix < 0 ? name : $"{symbol[..prefix].ToLowerInvariant()}:{name}";
    }

    private WatchedSymbol Item(MarketSymbol symbol)
    {
        Quote quote = market.Quote(symbol);
        MarketHours hours = MarketReader.Hours(symbol.Instrument);
        return new WatchedSymbol(
            symbol.Instrument.Symbol, quote.Bid, quote.Ask, quote.Spread / symbol.Instrument.Pip, ChangeOfDay(symbol, quote), quote.Time, quote.Source,
            hours.IsStale(market.Now, quote.Time, MarketCapabilities.QuoteBound), !hours.IsOpen(market.Now));
    }

    // A quote at the very end of a day belongs to that day.
    private decimal? ChangeOfDay(MarketSymbol symbol, Quote quote)
    {
        try
        {
            BarSeries days = market.Bars(symbol, Timeframe.D1, 1, null, market.Day.StartOfDay(quote.Time.AddTicks(-1))).Bars;
            decimal last = symbol.Instrument.ToPrice(days[days.Count - 1].Close);
            return Math.Round(100 * (quote.Bid - last) / last, 3);
        }
        catch (CapabilityException none) when (none.Code == ErrorCode.DataUnavailable)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_-]{1,32}\z")]
    private static partial Regex Name();
}
