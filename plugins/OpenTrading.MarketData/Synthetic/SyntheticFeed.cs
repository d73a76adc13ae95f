using System.Runtime.CompilerServices;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.MarketData.Synthetic;

/// <summary>Invented prices for demonstrations, and named so: every series says <c>synthetic</c>. The same seed and time give the same price.</summary>
/// <remarks>
/// The market never closes, and began 400 days ago. A tick comes every 5 seconds; bars are built from those ticks, so all timeframes agree, and a
/// week of them is costly: without a beginning one question could take the machine for hours.
/// </remarks>
public sealed class SyntheticFeed : IDataSource
{
    /// <summary>Source of everything this feed makes.</summary>
    public const string SourceName = "synthetic";

    private static readonly TimeSpan Age = TimeSpan.FromDays(400);

    private readonly Dictionary<string, SyntheticMarket> _markets;
    private readonly long _seed;
    private readonly BrokerDay _day;
    private readonly TimeProvider _clock;

    /// <param name="markets">What it offers.</param>
    /// <param name="seed">Decides all prices.</param>
    /// <param name="day">Where a trading day begins.</param>
    /// <param name="clock">Time of the live feed.</param>
    public SyntheticFeed(IEnumerable<SyntheticMarket> markets, long seed, BrokerDay day, TimeProvider clock)
    {
        _markets = markets.ToDictionary(market => market.Instrument.Symbol, StringComparer.Ordinal);
        (_seed, _day, _clock) = (seed, day, clock);
    }

    public string Name => SourceName;

    public bool Offers(SeriesKey key) => _markets.ContainsKey(key.Symbol);

    public BarSeries ReadBars(SeriesKey key, DateTime from, DateTime to)
    {
        if (key.Timeframe is not { } timeframe)
        {
            throw new ArgumentException($"{key} is not a series of bars.", nameof(key));
        }

        SyntheticMarket market = Market(key);
        var price = new FractalPrice(market, _seed);
        var bars = new List<Bar>();
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        DateTime first = from > now - Age ? from : now - Age;
        BarPeriod period = BarPeriod.Of(timeframe, first, _day);
        if (period.Start < first)
        {
            period = BarPeriod.Of(timeframe, period.End, _day);
        }

        for (; period.Start < to && period.End <= now; period = BarPeriod.Of(timeframe, period.End, _day))
        {
            bars.Add(BarOf(market, price, period));
        }

        return BarSeries.From(key.Symbol, timeframe, SourceName, bars);
    }

    public async IAsyncEnumerable<MarketEvent> Follow(
        IReadOnlyList<SeriesKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SyntheticStream[] streams = [.. keys.Select(Stream).OrderBy(stream => stream.Key.IsTicks)];
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        foreach (SyntheticStream stream in streams)
        {
            stream.StartAfter(now);
        }

        while (streams.Length > 0)
        {
            SyntheticStream next = streams.MinBy(stream => stream.Due)!;
            TimeSpan wait = next.Due - _clock.GetUtcNow().UtcDateTime;
            await Pacing.Wait(wait, _clock, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            yield return next.Take();
        }
    }

    /// <summary>The bar of a period: its open, extremes and close among the prices from its start to before its end; volume is their number.</summary>
    internal static Bar BarOf(SyntheticMarket market, FractalPrice price, BarPeriod period)
    {
        long first = period.Start.Ticks / FractalPrice.Step;
        long end = period.End.Ticks / FractalPrice.Step;
        double open = price.At(first);
        (double high, double low, double close) = (open, open, open);
        for (long i = first + 1; i < end; i++)
        {
            close = price.At(i);
            high = Math.Max(high, close);
            low = Math.Min(low, close);
        }

        return new Bar(period.Start, open, high, low, close, end - first, market.SpreadPoints / market.Instrument.Scale);
    }

    private SyntheticStream Stream(SeriesKey key) =>
        new(key with { Source = SourceName }, Market(key), new FractalPrice(Market(key), _seed), _day);

    private SyntheticMarket Market(SeriesKey key) => _markets.GetValueOrDefault(key.Symbol)
        ?? throw new DataException(key.ToString(), "the synthetic feed has no such symbol", $"It has {string.Join(", ", _markets.Keys)}.");
}
