
namespace OpenTrading.Kernel.Signals;

/// <summary>What a signal says to do.</summary>
public enum SignalVerb
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>To be long.</summary>
    Buy,

    /// <summary>To be short.</summary>
    Sell,
}
