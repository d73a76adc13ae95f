using OpenTrading.Analysis.Volatility;
using OpenTrading.Sdk.Analysis;
using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Analysis.Regimes;
using OpenTrading.Sdk.Analysis.Trends;
using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Analysis.Packets;

/// <summary>Parts of the packet of one symbol. A part that cannot be had is named with the reason, and the others stand.</summary>
/// <param name="history">Bars and indicators.</param>
/// <param name="symbol">Whose.</param>
/// <param name="sections">Which parts.</param>
internal sealed class Packet(BarHistory history, MarketSymbol symbol, IReadOnlyList<string> sections)
{
    private const int LevelsOnEachSide = 5;
    private const int Bars = 500;
    private static readonly TimeSpan QuoteBound = TimeSpan.FromSeconds(10);

    private readonly List<Unavailable> _unavailable = [];
    private readonly Dictionary<Timeframe, Lookback> _read = [];

    /// <summary>What could not be had, and why.</summary>
    public IReadOnlyList<Unavailable> Unavailable => _unavailable;

    /// <summary>Why the first missing part is missing.</summary>
    public CapabilityException? Refusal { get; private set; }

    /// <summary>The newest quote.</summary>
    public PacketQuote? Quote() => Part(PacketSection.Quote, PacketSection.Quote, () =>
    {
        Quote quote = history.Market.Quote(symbol);
        DataStamp stamp = DataStamp.Of(symbol.Instrument, quote.Time, QuoteBound, history.Market.Now);
        return new PacketQuote(quote.Bid, quote.Ask, quote.Spread / symbol.Instrument.Point, quote.Source, quote.Time, stamp.Stale);
    });

    /// <summary>The timeframes, shortest first.</summary>
    public IReadOnlyList<PacketFrame> Frames(IEnumerable<Timeframe> timeframes) =>
        [.. timeframes.Select(t => Part(PacketSection.Frames, $"{PacketSection.Frames}.{t}", () => FrameReading.Of(TrendReading.Read(history, symbol, t)))).OfType<PacketFrame>()];

    /// <summary>The nearest levels.</summary>
    public IReadOnlyList<PriceLevel> Levels(Timeframe timeframe) => Part(PacketSection.Levels, PacketSection.Levels, () =>
    {
        var map = new LevelMap(Read(timeframe), history, LevelKind.All);
        _unavailable.AddRange(map.Unavailable.Select(u => u with { Section = $"{PacketSection.Levels}.{u.Section}" }));
        return map.Nearest(LevelsOnEachSide);
    }) ?? [];

    /// <summary>The regime.</summary>
    public PacketRegime? Regime(Timeframe timeframe) => Part(PacketSection.Regime, PacketSection.Regime, () =>
    {
        Lookback asked = Read(timeframe);
        asked.Read.Require(RegimeTrack.WarmupBars, $"the regime on {timeframe}");
        var track = new RegimeTrack(asked);
        RegimeSpan now = track.Spans[^1];
        return new PacketRegime(
            timeframe, now.Regime, Math.Round(track.Latest.Shares[(int)now.Regime], 3), now.From, Math.Round(track.Adx, 1), Math.Round(track.Percentile, 1), symbol.Source, asked.Stamp.AsOf);
    });

    /// <summary>The volatility.</summary>
    public PacketVolatility? Volatility(Timeframe timeframe) => Part(PacketSection.Volatility, PacketSection.Volatility, () =>
    {
        Lookback asked = Read(timeframe);
        var reading = new VolatilityReading(asked, history);
        double? day = Part(PacketSection.Volatility, $"{PacketSection.Volatility}.adr", () => (object)reading.DayRange) as double?;
        return new PacketVolatility(
            timeframe,
            reading.AtrPoints,
            reading.AtrPercentile,
            day is null ? null : asked.Points(day.Value),
            day > 0 ? Math.Round(100 * reading.UsedRange / day.Value, 1) : null,
            reading.RealizedPct,
            symbol.Source,
            asked.Stamp.AsOf);
    });

    /// <summary>The market's hours.</summary>
    public PacketSessions? Sessions() => Part(PacketSection.Sessions, PacketSection.Sessions, () =>
    {
        MarketHours hours = MarketHours.Of(symbol.Instrument);
        DateTime now = history.Market.Now;
        return new PacketSessions(hours.IsOpen(now), hours.NextOpen(now), hours.NextClose(now), "the instrument's weekly hours, holidays not counted", now);
    });

    /// <summary>Events ahead. Whether there are none or nobody knows is told apart.</summary>
    public async Task<IReadOnlyList<PacketEvent>> CalendarAsync(PacketSurroundings surroundings, CancellationToken cancellationToken)
    {
        if (!sections.Contains(PacketSection.Calendar))
        {
            return [];
        }

        CalendarReading reading = await surroundings.ReadAsync(history.Market.Now, cancellationToken).ConfigureAwait(false);
        _unavailable.AddRange(reading.Unavailable);
        if (reading.AsOf is null)
        {
            _unavailable.Add(new Unavailable(PacketSection.Calendar, "no source of economic events answered; whether news are near is unknown"));
        }

        return PacketSurroundings.Events(reading, symbol.Instrument);
    }

    /// <summary>Recorded signals on the symbol.</summary>
    public IReadOnlyList<PacketSignal> Signals(PacketSurroundings surroundings) => Part(PacketSection.Signals, PacketSection.Signals, () => surroundings.Signals(symbol)) ?? [];

    /// <summary>What the account holds of the symbol.</summary>
    public PacketExposure? Exposure(PacketSurroundings surroundings) => Part(PacketSection.Exposure, PacketSection.Exposure, () => surroundings.Exposure(symbol));

    // Levels, regime and volatility are told of the same bars; they are read once, and what is computed over them together goes along them together.
    private Lookback Read(Timeframe timeframe)
    {
        if (!_read.TryGetValue(timeframe, out Lookback? asked))
        {
            _read[timeframe] = asked = new Lookback(history, symbol, timeframe, Bars, Lookback.Least, $"the packet on {timeframe}");
            asked.Compute(["atr(14)", .. asked.Bars.Count >= RegimeTrack.WarmupBars && sections.Contains(PacketSection.Regime) ? RegimeTrack.Expressions(asked) : []]);
        }

        return asked;
    }

    private T? Part<T>(string section, string name, Func<T> of)
        where T : class
    {
        if (!sections.Contains(section))
        {
            return null;
        }

        try
        {
            return of();
        }
        catch (CapabilityException missing)
        {
            Refusal ??= missing;
            _unavailable.Add(new Unavailable(name, missing.Message));
            return null;
        }
    }
}
