using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Something that must see a closed bar before the strategies do.</summary>
public interface IBarTaker
{
    /// <summary>Takes a closed bar.</summary>
    /// <param name="instrument">Whose bar.</param>
    /// <param name="bar">The bar.</param>
    void OnBar(Instrument instrument, in Bar bar);
}
