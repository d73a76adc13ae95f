using OpenTrading.Kernel.Backtesting.Archive;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Prices of a running host, whatever source has them; nothing of what is yet to come on its clock.</summary>
internal sealed class MarketPrices(IMarketData market) : IPriceSource
{
    private const int MostBars = 5_000_000;

    // A source that makes or fetches prices may have them of any age: of these the newest of a span are read.
    private const int MostFromSource = 50_000;
    private const int Least = 2;

    private readonly Dictionary<string, MarketSymbol> _symbols = new(StringComparer.Ordinal);

    /// <summary>The symbols read so far, in the order in which they were asked for.</summary>
    public IReadOnlyCollection<MarketSymbol> Symbols => _symbols.Values;

    /// <inheritdoc/>
    public Instrument Instrument(string symbol)
    {
        MarketSymbol resolved = market.Resolve(symbol);
        if (!_symbols.TryAdd(resolved.Instrument.Symbol, resolved))
        {
            throw Argument.Refuse("symbol", $"{resolved.Instrument.Symbol} is named twice; name it once");
        }

        return resolved.Instrument;
    }

    /// <inheritdoc/>
    public PriceInput Read(BacktestRequest request, Instrument instrument, Timeframe? lower, CancellationToken cancellationToken)
    {
        MarketSymbol symbol = _symbols[instrument.Symbol];
        MarketBars read = Bars(symbol, request.Timeframe, request).Require(Least, "a backtest");
        cancellationToken.ThrowIfCancellationRequested();
        BarSeries? inner = lower is { } finer ? Bars(symbol, finer, request).Bars : null;
        var of = new SourceFile(symbol.Source, DataHash.Of(inner is null ? [read.Bars] : [read.Bars, inner]));
        return new PriceInput(read.Bars, null, inner, read.AggregatedFrom?.ToString(), [of]);
    }

    private MarketBars Bars(MarketSymbol symbol, Timeframe timeframe, BacktestRequest request)
    {
        bool isStored = symbol.Source.StartsWith("file:", StringComparison.Ordinal);
        return market.Bars(symbol, timeframe, isStored ? MostBars : MostFromSource, request.From, request.To);
    }
}
