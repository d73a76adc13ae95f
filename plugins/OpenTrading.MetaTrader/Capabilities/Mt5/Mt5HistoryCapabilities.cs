using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Terminals;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader.Capabilities.Mt5;

/// <summary>What the MetaTrader 5 terminal lists: symbols, deals and orders of the past, bars for the store.</summary>
public sealed class Mt5HistoryCapabilities
{
    private const string Source = "mt5";
    private const int MostHistory = 20_000;
    private const int MostSymbols = 50_000;

    private readonly Bridge _bridge;
    private readonly IPluginContext _context;
    private readonly TerminalCalls _calls;
    private readonly Paging _paging;

    internal Mt5HistoryCapabilities(Bridge bridge, IPluginContext context)
    {
        (_bridge, _context) = (bridge, context);
        _calls = new TerminalCalls(Platform.Mt5, bridge.Terminals);
        _paging = new Paging(context.Wall);
    }

    private DateTime Now => _context.Wall.GetUtcNow().UtcDateTime;

    /// <summary>Symbols of the broker.</summary>
    [Capability("mt5_list_symbols", "mt5", Effect.Read, "GET /mt5/symbols", Errors = [ErrorCode.NotConnected])]
    [Description("Symbols of the MT5 broker by its own names.")]
    public async Task<Mt5SymbolsResult> ListSymbols(
        ICallContext call,
        [Description("Pattern with *, or a group")] string? group = null,
        bool visibleOnly = true,
        [Range(1, 5000)] int limit = 100,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        Terminal terminal = _calls.Require();
        List<SymbolRow> all = await _calls.AskAllAsync(terminal, "symbols", m => m.With("filter", ""), SymbolRow.Of, MostSymbols, call.CancellationToken).ConfigureAwait(false);
        SymbolRow[] rows = [.. all.Where(r => (r.IsVisible || !visibleOnly) && (group is null || NamePattern.IsMatch(r, group)))];
        Page<SymbolRow> page = _paging.Cut(rows, limit, cursor, Paging.Query("mt5_list_symbols", terminal.Account, group, visibleOnly));
        return new Mt5SymbolsResult
        {
            Summary = $"{rows.Length} symbols of {terminal.Hello.Company}.",
            Source = Source,
            AsOf = Now,
            Symbols = [.. page.Items.Select(r => ToSymbol(terminal, r))],
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Deals or past orders.</summary>
    [Capability("mt5_get_history", "mt5", Effect.Read, "GET /mt5/history", Errors = [ErrorCode.NotConnected])]
    [Description("Deals or past orders of the MT5 account, newest first, with totals.")]
    public async Task<Mt5HistoryResult> GetHistory(
        ICallContext call,
        Mt5HistoryKind kind = Mt5HistoryKind.Deals,
        DateTime? from = null,
        DateTime? to = null,
        [Range(1, 5000)] int limit = 50,
        string? cursor = null)
    {
        Paging.RequireRows(call, limit);
        TimeSpans.Require(from, to);
        Terminal terminal = _calls.Require();
        long first = UnixTime.Of(from ?? Now.AddDays(-30));
        long end = UnixTime.Of(to ?? Now.AddDays(1));
        List<Mt5HistoryItem> items = await _calls.AskAllAsync(
            terminal,
            kind == Mt5HistoryKind.Deals ? "deals" : "history_orders",
            m => m.With("from", first).With("to", end),
            row => kind == Mt5HistoryKind.Deals ? HistoryItems.Of(DealRow.Of(row)) : HistoryItems.Of(OrderRow.Of(row)),
            MostHistory,
            call.CancellationToken).ConfigureAwait(false);
        items.Reverse();
        Page<Mt5HistoryItem> page = _paging.Cut(items, limit, cursor, Paging.Query("mt5_get_history", terminal.Account, kind, from?.Ticks, to?.Ticks));
        return new Mt5HistoryResult
        {
            Summary = $"{items.Count} {(kind == Mt5HistoryKind.Deals ? "deals" : "orders")}.",
            Source = Source,
            AsOf = Now,
            Items = page.Items,
            Totals = HistoryItems.Totals(items),
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
        };
    }

    /// <summary>Brings history into the store.</summary>
    [Capability("mt5_sync_history", "mt5", Effect.Compute, "POST /mt5/sync", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotConnected])]
    [Description("Reads bars of a symbol off the MT5 terminal and merges them into the store.")]
    public async Task<Mt5SyncResult> SyncHistory(ICallContext call, string symbol, Timeframe timeframe = Timeframe.H1, DateTime? from = null, DateTime? to = null)
    {
        TimeSpans.Require(from, to);
        Terminal terminal = _calls.Require();
        string wanted = symbol[(symbol.IndexOf(':', StringComparison.Ordinal) + 1)..];
        string name = terminal.Symbols.NameOf(wanted)
            ?? throw new CapabilityException(ErrorCode.SymbolUnknown, $"{terminal.Hello.Company} has no symbol {wanted}", "See mt5_list_symbols for what there is.");
        DateTime end = to ?? Now;
        DateTime start = from ?? end - (5000 * timeframe.Length());
        try
        {
            List<Bar> bars = await _bridge.History.ReadBarsAsync(terminal, name, timeframe, start, end, call.CancellationToken).ConfigureAwait(false);
            if (bars.Count == 0)
            {
                throw new CapabilityException(ErrorCode.DataUnavailable, $"The terminal has no {name} {timeframe} bar in that span", "Name a span in which the market was open.");
            }

            SymbolSheet sheet = terminal.Symbols.Sheet(name)!;
            SeriesKey key = _bridge.Mt5.StoredKey(terminal, name, timeframe);
            int added = _bridge.Kept.Keep(key, bars, sheet.Digits);
            QualityReport quality = BarQuality.Examine(BarSeries.From(key.Symbol, timeframe, Source, bars), sheet.Instrument.Sessions);
            return new Mt5SyncResult
            {
                Summary = $"{bars.Count} bars of {key.Symbol} {timeframe}, {added} of them new, {quality.Gaps.Count} gaps.",
                Source = Source,
                AsOf = bars[^1].Time,
                Symbol = key.Symbol,
                BrokerSymbol = name,
                Timeframe = timeframe,
                Rows = bars.Count,
                Added = added,
                From = bars[0].Time,
                To = bars[^1].Time,
                Gaps = quality.Gaps.Count,
            };
        }
        catch (Exception e) when (e is IOException or ProtocolException or RefusedException or TimeoutException)
        {
            throw _calls.Refusal(e);
        }
    }

    private static Mt5Symbol ToSymbol(Terminal terminal, SymbolRow row)
    {
        SymbolSheet? sheet = terminal.Symbols.Sheet(row.Name);
        decimal? spread = terminal.Quotes.Find(row.Name) is { } quote && sheet is not null ? (quote.Ask - quote.Bid) / sheet.Instrument.Point : null;
        return new Mt5Symbol(row.Name, row.Path, row.Digits, spread, sheet?.TradeMode, row.IsVisible);
    }
}
