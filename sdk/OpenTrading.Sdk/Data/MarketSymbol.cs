using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>An instrument at a source.</summary>
/// <param name="Instrument">What it is.</param>
/// <param name="Source">Where its prices come from, such as <c>file:EURUSD</c> or <c>synthetic</c>.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record MarketSymbol(Instrument Instrument, string Source)
{
    /// <summary>Name of the instrument at the source, such as <c>EURUSD.r</c>.</summary>
    /// <value>Default the symbol of the instrument.</value>
    public string BrokerSymbol { get; init; } = Instrument.Symbol;
}
