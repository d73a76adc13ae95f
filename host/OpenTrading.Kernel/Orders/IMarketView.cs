using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Orders;

/// <summary>Instruments and latest quotes, as the account's thread sees them now.</summary>
public interface IMarketView
{
    /// <summary>The instrument; null when unknown.</summary>
    Instrument? Instrument(string symbol);

    /// <summary>Latest quote; null when there is none.</summary>
    Quote? Quote(string symbol);
}
