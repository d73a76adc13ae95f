using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>Latest prices of the instruments of a run.</summary>
internal sealed class EngineQuotes(MatchingEngine engine, BacktestSetup setup)
{
    private readonly ConversionQuotes _conversions = new(setup.Markets.Select(m => m.Setup));

    /// <summary>Latest quote of a symbol; null when it is not part of the run and converts nothing of it, or has no bar yet.</summary>
    public Quote? Of(string symbol)
    {
        for (int i = 0; i < setup.Markets.Count; i++)
        {
            Instrument instrument = setup.Markets[i].Setup.Instrument;
            if (instrument.Symbol == symbol && engine.Quote(i) is { Close: > 0 } bar)
            {
                return new Quote(symbol, bar.Close * instrument.Point, (bar.Close + bar.Spread) * instrument.Point, engine.Time(i), setup.Markets[i].Views[0].Bars.Source);
            }
        }

        return _conversions.Of(symbol, Now());
    }

    private DateTime Now() => setup.Markets.Select((m, i) => engine.Time(i) + (m.Ticks is null ? m.Setup.BarLength : TimeSpan.Zero)).Max();
}
