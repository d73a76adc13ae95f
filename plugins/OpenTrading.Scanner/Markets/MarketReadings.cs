using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Data.Quality;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;
using OpenTrading.Sdk.Signals;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Scanner.Markets;

/// <summary>Reads markets.</summary>
/// <param name="context">Prices, signals, the kill switch.</param>
/// <threadsafety>Safe from any thread.</threadsafety>
internal sealed class MarketReadings(IPluginContext context)
{
    private const int GapBars = 20;
    private const int FreshSignalBars = 6;
    private const int MostSignals = 100;

    private readonly BarHistory _history = new(context);

    /// <summary>Prices.</summary>
    public IMarketData Market => context.Market;

    /// <summary>The symbols asked for, else those of the watchlist <c>main</c>.</summary>
    public IReadOnlyList<string> Symbols(string[]? asked) => _history.Symbols(asked);

    /// <summary>Reads a market.</summary>
    /// <param name="symbol">Name, with or without a source.</param>
    /// <param name="timeframes">Timeframes.</param>
    /// <exception cref="CapabilityException">The symbol is unknown, or no timeframe of it can be read.</exception>
    public MarketReading Read(string symbol, IReadOnlyList<Timeframe> timeframes)
    {
        MarketSymbol resolved = Market.Resolve(symbol);
        List<Unavailable> missing = [];
        IReadOnlyList<MarketFrame> frames = Frames(resolved, timeframes, missing);
        MarketFrame entry = frames[(frames.Count - 1) / 2];
        var levels = new LevelMap(entry.Lookback, _history, LevelKind.All);
        missing.AddRange(levels.Unavailable.Select(u => u with { Section = $"levels.{u.Section}" }));
        return new MarketReading
        {
            Symbol = resolved,
            Now = Market.Now,
            Frames = frames,
            Quote = QuoteOf(resolved, missing),
            Levels = levels,
            Activity = ActivityAt(entry.Lookback, Market.Now),
            SignalLean = LeanOf(context.Signals.Newest(resolved.Instrument.Symbol, MostSignals), Market.Now),
            MissingBars = BarQuality.Gaps(Newest(entry.Lookback.Bars), resolved.Instrument.Sessions).Sum(g => g.Missing),
            KillLevel = context.Orders.KillLevel,
            Missing = missing,
        };
    }

    // One timeframe may lack bars; if all do, that is the answer.
    private List<MarketFrame> Frames(MarketSymbol symbol, IReadOnlyList<Timeframe> timeframes, List<Unavailable> missing)
    {
        List<MarketFrame> frames = [];
        CapabilityException? refusal = null;
        foreach ((int rank, Timeframe timeframe) in timeframes.Distinct().Order().Index())
        {
            try
            {
                frames.Add(new MarketFrame(new Lookback(_history, symbol, timeframe, MarketFrame.Bars, RegimeTrack.WarmupBars, $"a score on {timeframe}"), rank + 1));
            }
            catch (CapabilityException e)
            {
                refusal ??= e;
                missing.Add(new Unavailable(timeframe.ToString(), e.Message));
            }
        }

        return frames.Count > 0 ? frames : throw refusal!;
    }

    private static BarSeries Newest(BarSeries bars)
    {
        int first = Math.Max(0, bars.Count - GapBars);
        return BarSeries.From(bars.Symbol, bars.Timeframe, bars.Source, [.. Enumerable.Range(first, bars.Count - first).Select(i => bars[i])]);
    }

    private Quote? QuoteOf(MarketSymbol symbol, List<Unavailable> missing)
    {
        try
        {
            return Market.Quote(symbol);
        }
        catch (CapabilityException e)
        {
            missing.Add(new Unavailable("quote", e.Message));
            return null;
        }
    }

    private double? ActivityAt(Lookback bars, DateTime now)
    {
        if (!bars.Bars.Timeframe.IsIntraday())
        {
            return null;
        }

        int hour = BarPeriod.Of(bars.Bars.Timeframe, now, _history.Day).Start.Hour;
        (double Sum, int Count) all = default;
        (double Sum, int Count) then = default;
        for (int i = bars.First; i < bars.Bars.Count; i++)
        {
            double range = bars.Bars.High[i] - bars.Bars.Low[i];
            all = (all.Sum + range, all.Count + 1);
            then = bars.TimeOf(i).Hour == hour ? (then.Sum + range, then.Count + 1) : then;
        }

        return then.Count > 0 && all.Sum > 0 ? then.Sum / then.Count / (all.Sum / all.Count) : null;
    }

    private static double? LeanOf(IEnumerable<RecordedSignal> newest, DateTime now)
    {
        (double lean, double sure) = (0, 0);
        foreach (RecordedSignal signal in newest)
        {
            if (signal is { Kind: SignalKind.Signal, Side: { } side } && now - signal.BarTime <= FreshSignalBars * signal.Timeframe.Length())
            {
                lean += side == OrderSide.Buy ? signal.Confidence : -signal.Confidence;
                sure += signal.Confidence;
            }
        }

        return sure > 0 ? lean / sure : null;
    }
}
