using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>EURUSD, and GBPUSD without prices; bars are those the test gives.</summary>
internal sealed class MarketStub : IMarketData
{
    public static MarketSymbol EurUsd { get; } = new(Scene.EurUsd, "test");

    public List<Bar> Bars { get; } = [];

    public DateTime Now { get; set; } = Scene.Now;

    public IReadOnlyList<MarketSymbol> Symbols => [EurUsd];

    public MarketSymbol Resolve(string symbol) => symbol.Split(':')[^1] switch
    {
        "EURUSD" => new MarketSymbol(Scene.EurUsd, symbol.Contains(':', StringComparison.Ordinal) ? symbol.Split(':')[0] : "test"),
        "GBPUSD" => new MarketSymbol(Scene.EurUsd with { Symbol = "GBPUSD", BaseCurrency = "GBP" }, "other"),
        _ => throw new CapabilityException(ErrorCode.SymbolUnknown, $"Symbol '{symbol}' is unknown", "Find it with search_symbols."),
    };

    MarketBars IMarketData.Bars(MarketSymbol symbol, Timeframe timeframe, int count, DateTime? from, DateTime? to)
    {
        Bar[] bars = [.. Bars.Where(b => b.Time >= (from ?? DateTime.MinValue) && b.Time < (to ?? DateTime.MaxValue)).TakeLast(count)];
        return bars.Length == 0
            ? throw new CapabilityException(ErrorCode.DataUnavailable, "no bar lies in that span", "Import some.")
            : new MarketBars(symbol, BarSeries.From(symbol.Instrument.Symbol, timeframe, symbol.Source, bars), null);
    }

    public Quote Quote(MarketSymbol symbol) => Scene.Quote;
}
