using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Kernel.MarketStore.Symbols;

/// <summary>Which instruments there are, and what they are.</summary>
/// <param name="market">Prices.</param>
/// <param name="naming">Other names of symbols.</param>
/// <param name="traded">What the account trades.</param>
/// <param name="paging">Cursors.</param>
public sealed class SymbolCapabilities(MarketReader market, MarketNaming naming, TradedMarket traded, Paging paging)
{
    private const string SearchName = "search_symbols";

    /// <summary>Symbols of all sources.</summary>
    [Capability(SearchName, "market", Effect.Read, "GET /market/symbols", Errors = [ErrorCode.DataUnavailable])]
    [Description("Symbols the sources have, by part of a name or currency, and by asset class.")]
    public SymbolsResult SearchSymbols(
        ICallContext call, [Description("Part of a name or currency")] string? query = null, AssetClass? assetClass = null, [Range(1, 1000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        IReadOnlyList<MarketSymbol> all = market.Symbols;
        if (all.Count == 0)
        {
            throw MarketReader.Unavailable("symbols", "no source has any");
        }

        FoundSymbol[] found = [.. all.Where(s => assetClass is null || s.Instrument.AssetClass == assetClass).Select(s => FoundSymbol.Of(s, traded)).Where(s => query is null || Matches(s, query))];
        Page<FoundSymbol> page = paging.Cut(found, limit, cursor, Paging.Query(SearchName, query, assetClass));
        return new SymbolsResult
        {
            Summary = found.Length == 0 ? $"No symbol matches{Near(query)}." : $"{found.Length} {(found.Length == 1 ? "symbol" : "symbols")}: {string.Join(", ", page.Items.Take(10).Select(s => s.Symbol))}{(found.Length > 10 ? ", ..." : "")}.",
            Source = page.Items.Count == 0 ? DataSources.Mixed : DataSources.Of(page.Items.Select(s => s.Source)),
            AsOf = market.Now,
            Symbols = page.Items,
            Total = page.Total,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Units and terms of a symbol.</summary>
    [Capability("get_symbol_info", "market", Effect.Read, "GET /market/symbols/{symbol}", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory])]
    [Description("Digits, pip, contract, volumes, swap and margin of a symbol.")]
    public SymbolInfoResult GetSymbolInfo(string symbol)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        Instrument instrument = resolved.Instrument;
        bool isTraded = traded.Symbols.Contains(instrument.Symbol);
        return new SymbolInfoResult
        {
            Summary = string.Create(CultureInfo.InvariantCulture, $"{instrument.Symbol}: {instrument.Digits} digits, a lot is {instrument.ContractSize} {instrument.BaseCurrency}, a pip {instrument.Pip}, a tick {instrument.TickValue} {instrument.ProfitCurrency} a lot."),
            Source = resolved.Source,
            AsOf = market.Now,
            Symbol = instrument.Symbol,
            BrokerSymbol = resolved.BrokerSymbol,
            AssetClass = instrument.AssetClass,
            Digits = instrument.Digits,
            Point = instrument.Point,
            Pip = instrument.Pip,
            ContractSize = instrument.ContractSize,
            TickSize = instrument.TickSize,
            TickValue = instrument.TickValue,
            VolumeMin = instrument.VolumeMin,
            VolumeMax = instrument.VolumeMax,
            VolumeStep = instrument.VolumeStep,
            StopsLevelPoints = instrument.StopsLevel,

            // The simulated broker fills an order whole or not at all.
            FillingModes = ["fok"],
            SwapLong = instrument.SwapLong,
            SwapShort = instrument.SwapShort,
            SwapMode = instrument.SwapMode,
            MarginRatePct = traded.Leverage is { } leverage ? Math.Round(100 / leverage, 4) : 0,
            CurrencyBase = instrument.BaseCurrency,
            CurrencyProfit = instrument.ProfitCurrency,
            CurrencyMargin = instrument.AssetClass == AssetClass.Fx ? instrument.BaseCurrency : instrument.ProfitCurrency,
            TradeMode = isTraded ? TradeMode.Full : TradeMode.Disabled,
        };
    }

    private bool Matches(FoundSymbol symbol, string query)
    {
        // Currencies are often written apart: EUR/USD.
        string joined = query.Replace("/", "", StringComparison.Ordinal);
        IEnumerable<string> names = naming.Aliases.Where(a => a.Value == symbol.Symbol).Select(a => a.Key).Append(symbol.Symbol).Append(symbol.BrokerSymbol).Append(symbol.Description);
        return BrokerNames.IsDecorated(query, symbol.Symbol) || names.Any(n => n.Contains(joined, StringComparison.OrdinalIgnoreCase));
    }

    private string Near(string? query) =>
        query is not null && Suggestion.Nearest(query, market.Symbols.Select(s => s.Instrument.Symbol)) is { } guess ? $"; {guess} is near" : "";
}
