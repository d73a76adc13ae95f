using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Where an instrument whose profit currency is neither the account's nor paired with it by its own price finds its rate.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ConversionSource
{
    private ConversionSource(PointBars? bars, int? index) => (Bars, InstrumentIndex) = (bars, index);

    /// <summary>Bars of the pair; null where another instrument of the engine is read.</summary>
    public PointBars? Bars { get; }

    internal int? InstrumentIndex { get; }

    /// <summary>Reads the bars of a pair that is not traded in the run. In tick mode the pair must be one of the engine's instruments instead.</summary>
    public static ConversionSource From(PointBars bars) => new(bars, null);

    /// <summary>Reads another instrument of the same engine, which must come earlier in its setups.</summary>
    public static ConversionSource From(int instrumentIndex) => new(null, instrumentIndex);

    internal static bool Multiplies(Instrument pair, Instrument traded, string account)
    {
        if (pair.BaseCurrency == traded.ProfitCurrency && pair.ProfitCurrency == account)
        {
            return true;
        }

        if (pair.BaseCurrency == account && pair.ProfitCurrency == traded.ProfitCurrency)
        {
            return false;
        }

        throw new ArgumentException(
            $"{pair.Symbol} does not convert {traded.ProfitCurrency}, the profit currency of {traded.Symbol}, to {account}. "
            + $"Name {traded.ProfitCurrency}{account} or {account}{traded.ProfitCurrency}.");
    }
}
