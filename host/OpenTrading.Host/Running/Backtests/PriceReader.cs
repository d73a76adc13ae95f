using System.Globalization;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Kernel.MarketStore;
using OpenTrading.Kernel.MarketStore.Import;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Reads the prices of a backtest from a file, or from the store at any timeframe that can be made of what is stored.</summary>
internal sealed class PriceReader(HostConfiguration configuration, PluginCatalog plugins, IBarStore store) : IPriceSource
{
    /// <inheritdoc/>
    public Instrument Instrument(string symbol) => configuration.Instruments.GetValueOrDefault(symbol)
        ?? throw new DataException(
            symbol,
            "the instrument is unknown",
            Suggestion.Nearest(symbol, configuration.Instruments.Keys) is { } guess ? $"Did you mean {guess}?" : $"Add [{symbol}] to {configuration.Market.Instruments}.");

    /// <inheritdoc/>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    public PriceInput Read(BacktestRequest request, Instrument instrument, Timeframe? lower, CancellationToken cancellationToken)
    {
        PriceInput input = request.File is { } file ? FromFile(request, file, instrument, cancellationToken) : FromStore(request, instrument);
        if (input.Bars.Count == 0)
        {
            throw new DataException($"{instrument.Symbol} {request.Timeframe}", $"no bar lies {Span(request)}", "Widen --from and --to.");
        }

        if (lower is not { } finer)
        {
            return input;
        }

        var inner = StoredBars.Read(store, new SeriesKey(instrument.Symbol, finer), request.From, request.To, configuration.BrokerDay);
        return input with { Lower = inner.Bars, Files = [.. input.Files, .. inner.Stored.Files] };
    }

    private PriceInput FromStore(BacktestRequest request, Instrument instrument)
    {
        var read = StoredBars.Read(store, new SeriesKey(instrument.Symbol, request.Timeframe), request.From, request.To, configuration.BrokerDay);
        return new PriceInput(read.Bars, null, null, read.AggregatedFrom?.ToString(), read.Stored.Files);
    }

    private PriceInput FromFile(BacktestRequest request, string file, Instrument instrument, CancellationToken cancellationToken)
    {
        var files = new PriceFile(plugins.BarImporters, plugins.TickImporters);
        bool holdsTicks = files.HoldsTicks(file);
        try
        {
            return FromFile(files, holdsTicks, request, file, instrument, cancellationToken);
        }
        catch (ImportException bad) when (bad is { Row: { } row, Value: { } value } && bad.Remedy.Contains(ImportRows.SkipRemedy, StringComparison.Ordinal))
        {
            // A run takes a file whole: an import alone leaves rows out.
            string import = $"opentrading import {file} --symbol {instrument.Symbol} --timeframe {(holdsTicks ? "ticks" : request.Timeframe)} --skip-bad-rows";
            throw new ImportException(bad.File, row, value, bad.What, bad.Remedy.Replace(ImportRows.SkipRemedy, $"import it without its bad rows ({import}) and run from the store, without --data", StringComparison.Ordinal));
        }
    }

    private PriceInput FromFile(PriceFile files, bool holdsTicks, BacktestRequest request, string file, Instrument instrument, CancellationToken cancellationToken)
    {
        if (holdsTicks)
        {
            var ticks = new ImportOptions { Key = SeriesKey.Ticks(instrument.Symbol), Digits = instrument.Digits };
            TickSeries series = Cut(files.ReadTicks(file, ticks, out _, out SourceFile of, cancellationToken).ToSeries(), request);
            return new PriceInput(TickBars.Of(series, request.Timeframe, configuration.BrokerDay), series, null, "ticks", [of]);
        }

        var options = new ImportOptions { Key = new SeriesKey(instrument.Symbol, request.Timeframe), Digits = instrument.Digits };
        BarSeries bars = files.ReadBars(file, options, out _, out SourceFile source, cancellationToken).ToSeries();
        BarSpacing.Require(source.Name, bars.Times, bars.Timeframe);
        return new PriceInput(BarSlices.Between(bars, request.From, request.To), null, null, null, [source]);
    }

    private static TickSeries Cut(TickSeries ticks, BacktestRequest request)
    {
        int from = request.From is { } first ? FirstAt(ticks.Times, first.Ticks) : 0;
        int to = request.To is { } end ? FirstAt(ticks.Times, end.Ticks) : ticks.Count;
        Range range = from..Math.Max(from, to);
        return request.From is null && request.To is null ? ticks : new TickSeries(
            ticks.Symbol, ticks.Source, ticks.Times[range].ToArray(), ticks.Bid[range].ToArray(), ticks.Ask[range].ToArray(), ticks.Last[range].ToArray(), ticks.Volume[range].ToArray());
    }

    private static int FirstAt(ReadOnlySpan<long> times, long time)
    {
        // Ticks of equal time are one event each: the first of them is wanted.
        int low = 0;
        int high = times.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string Span(BacktestRequest request) => string.Create(
        CultureInfo.InvariantCulture, $"from {request.From?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "the beginning"} to {request.To?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "the end"}");
}
