using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Testing.Markets;

/// <summary>Made-up prices for tests: a seeded walk that trends, turns and pauses, so that most strategies find something to do.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public static class SampleMarket
{
    // About the hourly move of a major currency pair.
    private const double Move = 0.0012;
    private const int TrendBars = 60;
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>EURUSD with five digits and lots of 100,000.</summary>
    public static Instrument EurUsd { get; } = new()
    {
        Symbol = "EURUSD",
        Digits = 5,
        ContractSize = 100_000,
        BaseCurrency = "EUR",
        ProfitCurrency = "USD",
    };

    /// <summary>Sound bars from 2024-01-01 on, without gaps, on the instrument's digits, with volume and a spread of ten points.</summary>
    /// <param name="instrument">Gives the digits.</param>
    /// <param name="timeframe">Bar length.</param>
    /// <param name="count">Number of bars, at least 1.</param>
    /// <param name="seed">The same seed gives the same bars.</param>
    /// <param name="price">First open, price units. Default 1.1.</param>
    public static IReadOnlyList<Bar> Bars(Instrument instrument, Timeframe timeframe, int count, int seed, double price = 1.1)
    {
        var bars = new Bar[count];
        var random = new Random(seed);
        double drift = 0;
        for (int i = 0; i < count; i++)
        {
            drift = i % TrendBars == 0 ? Move * (random.NextDouble() - 0.5) : drift;
            bars[i] = Next(instrument, random, Start + (i * timeframe.Length()), i == 0 ? price : bars[i - 1].Close, drift);
        }

        return bars;
    }

    /// <summary>The same bars up to and including <paramref name="cut"/>, and another market after it, at the same times.</summary>
    /// <param name="bars">The true bars.</param>
    /// <param name="instrument">Gives the digits.</param>
    /// <param name="cut">Index of the last bar that stays.</param>
    /// <param name="seed">The same seed gives the same other market.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bar.</exception>
    public static IReadOnlyList<Bar> WithOtherFuture(IReadOnlyList<Bar> bars, Instrument instrument, int cut, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cut);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cut, bars.Count);
        Bar[] changed = [.. bars];
        var random = new Random(seed);
        double drift = Move * (random.NextDouble() - 0.5);
        for (int i = cut + 1; i < changed.Length; i++)
        {
            changed[i] = Next(instrument, random, bars[i].Time, changed[i - 1].Close, drift);
        }

        return changed;
    }

    private static Bar Next(Instrument instrument, Random random, DateTime time, double open, double drift)
    {
        double Grid(double price) => (double)instrument.ToPrice(Math.Max(price, 10 / instrument.Scale));
        double Step() => open * Move * random.NextDouble();

        // The sum of three uniform steps has the bell shape and the occasional wide bar.
        double close = Grid(open + (open * drift) + Step() + Step() + Step() - (1.5 * open * Move));
        double high = Grid(Math.Max(open, close) + (Step() / 2));
        double low = Grid(Math.Min(open, close) - (Step() / 2));
        return new Bar(time, open, Math.Max(high, open), Math.Min(low, open), close, random.Next(1, 5_000), 10 / instrument.Scale);
    }
}
