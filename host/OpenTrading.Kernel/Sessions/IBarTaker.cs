using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Something that must see a closed bar before the strategies do.</summary>
public interface IBarTaker
{
    /// <summary>Takes a closed bar.</summary>
    void OnBar(in Bar bar);
}
