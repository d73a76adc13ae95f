using System.Collections.Concurrent;
using OpenTrading.MetaTrader.Market;
using OpenTrading.MetaTrader.Protocol;
using OpenTrading.MetaTrader.Sessions;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MetaTrader.Terminals;

/// <summary>The symbols of a terminal's broker, and the contracts of those that the host knows or asked for.</summary>
/// <param name="instruments">Instruments that the host knows.</param>
/// <param name="resolver">Finds the broker's names.</param>
/// <param name="wall">Tells how old a contract is.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class SymbolTable(IReadOnlyDictionary<string, Instrument> instruments, SymbolResolver resolver, TimeProvider wall)
{
    private const int PageSize = 1000;
    private const int MostPages = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, SymbolSheet> _sheets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _renewing = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<SymbolRow> _rows = [];
    private volatile Dictionary<string, string> _brokerNames = [];

    /// <summary>The broker's list.</summary>
    public IReadOnlyList<SymbolRow> Rows => _rows;

    /// <summary>Broker's names of the host's instruments, as far as it has them.</summary>
    public IReadOnlyDictionary<string, string> BrokerNames => _brokerNames;

    /// <summary>The contract of a broker's symbol; null when it was not read.</summary>
    public SymbolSheet? Sheet(string brokerSymbol) => _sheets.GetValueOrDefault(brokerSymbol);

    /// <summary>Broker's name of an instrument, or of a symbol by the broker's own name; null when the broker has none.</summary>
    public string? NameOf(string symbol) =>
        _brokerNames.GetValueOrDefault(symbol) ?? (_rows.Any(r => r.Name == symbol) ? symbol : resolver.Find(_rows, symbol)?.Name);

    /// <summary>The host's name of a broker's symbol: that of the instrument it is, else the same.</summary>
    public string InstrumentOf(string brokerSymbol) => _sheets.GetValueOrDefault(brokerSymbol)?.Instrument.Symbol ?? brokerSymbol;

    /// <summary>Reads list and contracts anew.</summary>
    /// <exception cref="IOException">The link ended.</exception>
    /// <exception cref="TimeoutException">The terminal did not answer.</exception>
    public async Task LoadAsync(Session session, CancellationToken cancellationToken)
    {
        var rows = new List<SymbolRow>();
        string cursor = "";
        for (int page = 0; page < MostPages; page++)
        {
            using Answer answer = (await session.AskAsync(
                "symbols", m => m.With("filter", "").With("limit", PageSize).With("cursor", cursor), Patience, cancellationToken).ConfigureAwait(false)).Require();
            rows.AddRange(answer.Body.Rows().EnumerateArray().Select(SymbolRow.Of));
            cursor = answer.Body.TextOr("cursor");
            if (cursor.Length == 0)
            {
                break;
            }
        }

        _rows = rows;
        _brokerNames = instruments.Keys
            .Select(symbol => (Symbol: symbol, Row: resolver.Find(rows, symbol)))
            .Where(found => found.Row is not null)
            .ToDictionary(found => found.Symbol, found => found.Row!.Name, StringComparer.Ordinal);

        // All at once: the expert answers them in a row, and one refused contract is one symbol less.
        await Task.WhenAll(_brokerNames.Select(pair => TryReadAsync(session, pair.Value, pair.Key, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>The contract of a broker's symbol, read where it was not.</summary>
    /// <exception cref="IOException">The link ended.</exception>
    /// <exception cref="TimeoutException">The terminal did not answer.</exception>
    /// <exception cref="RefusedException">The broker has no such symbol.</exception>
    public async Task<SymbolSheet> ReadAsync(Session session, string brokerSymbol, CancellationToken cancellationToken)
    {
        if (_sheets.TryGetValue(brokerSymbol, out SymbolSheet? known))
        {
            return known;
        }

        string? instrument = _brokerNames.FirstOrDefault(pair => pair.Value == brokerSymbol).Key;
        return await ReadAsync(session, brokerSymbol, instrument, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Time since a contract was read.</summary>
    public TimeSpan Age(SymbolSheet sheet) => wall.GetElapsedTime(sheet.ReadAt);

    /// <summary>Reads a contract again, without waiting for it; where that fails the old one stays, and its age tells.</summary>
    public void Renew(Session session, string brokerSymbol)
    {
        if (_renewing.TryAdd(brokerSymbol, true))
        {
            _ = RenewAsync(session, brokerSymbol);
        }
    }

    private async Task RenewAsync(Session session, string brokerSymbol)
    {
        try
        {
            await ReadAsync(session, brokerSymbol, _brokerNames.FirstOrDefault(pair => pair.Value == brokerSymbol).Key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or TimeoutException or RefusedException or ProtocolException or ObjectDisposedException)
        {
            // Asked again at the next look.
        }
        finally
        {
            _renewing.TryRemove(brokerSymbol, out _);
        }
    }

    private async Task TryReadAsync(Session session, string brokerSymbol, string instrument, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(session, brokerSymbol, instrument, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RefusedException or ProtocolException)
        {
            _sheets.TryRemove(brokerSymbol, out _);
        }
    }

    private async Task<SymbolSheet> ReadAsync(Session session, string brokerSymbol, string? instrument, CancellationToken cancellationToken)
    {
        using Answer answer = (await session.AskAsync("symbol", m => m.With("symbol", brokerSymbol), Patience, cancellationToken).ConfigureAwait(false)).Require();
        Instrument? known = instrument is null ? null : instruments.GetValueOrDefault(instrument);
        return _sheets[brokerSymbol] = SymbolSheet.Of(answer.Body, known, TimeSpan.FromSeconds(session.Hello.UtcOffsetS)) with { ReadAt = wall.GetTimestamp() };
    }
}
