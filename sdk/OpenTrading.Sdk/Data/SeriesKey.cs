using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>Names one series: an instrument, its bar length or its ticks, and where the prices come from.</summary>
/// <param name="Symbol">Instrument name, case-sensitive, such as <c>EURUSD</c>.</param>
/// <param name="Timeframe">Bar length; null for ticks.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record SeriesKey(string Symbol, Timeframe? Timeframe)
{
    /// <summary>Where the prices come from.</summary>
    /// <value>Default <c>file:</c> followed by the symbol: an import. Else the name of a data source, such as <c>synthetic</c> or <c>mt5</c>.</value>
    public string Source { get; init; } = $"file:{Symbol}";

    /// <summary>Whether the series holds ticks, not bars.</summary>
    public bool IsTicks => Timeframe is null;

    /// <summary>The imported ticks of <paramref name="symbol"/>.</summary>
    public static SeriesKey Ticks(string symbol) => new(symbol, null);

    /// <summary>Symbol and timeframe, such as <c>EURUSD H1</c> or <c>EURUSD ticks</c>.</summary>
    public override string ToString() => $"{Symbol} {Timeframe?.ToString() ?? "ticks"}";
}
