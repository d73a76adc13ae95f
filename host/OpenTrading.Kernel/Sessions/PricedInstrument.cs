using System.Globalization;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;
using OpenTrading.Simulation.Matching;

namespace OpenTrading.Kernel.Sessions;

/// <summary>An instrument of a simulated account, and where its prices come from.</summary>
/// <param name="Setup">The instrument with its costs.</param>
/// <param name="Source">Source of its prices; every quote carries it.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record PricedInstrument(InstrumentSetup Setup, string Source)
{
    /// <summary>Whether orders are filled tick by tick; its bars then are the strategies' alone. Default: bar by bar.</summary>
    public bool HasTicks { get; init; }

    /// <summary>A bar of it in points.</summary>
    /// <exception cref="DataException">The bar is unsound, or beyond the range of points.</exception>
    internal BarPoints Points(in Bar bar)
    {
        try
        {
            return BarPoints.From(Setup.Instrument, bar, Setup.Spread);
        }
        catch (ArgumentException e)
        {
            throw new DataException(
                string.Create(CultureInfo.InvariantCulture, $"{Source} {bar.Time:yyyy-MM-dd HH:mm}"), e.Message.Split(" (Parameter")[0].TrimEnd('.'), "Correct the data, or the instrument's digits.", e);
        }
    }
}
