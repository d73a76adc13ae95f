using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Orders;

/// <summary>Instruments and latest quotes, as the account's thread sees them now.</summary>
public interface IMarketView
{
    /// <summary>The instrument; null when unknown.</summary>
    Instrument? Instrument(string symbol);

    /// <summary>Latest quote; null when there is none.</summary>
    Quote? Quote(string symbol);

    /// <summary>Quotes of the last hours, second by second; null where there are bars alone.</summary>
    QuoteSamples? Samples(string symbol) => null;

    /// <summary>Closes of past days, oldest first; empty where none are known.</summary>
    IReadOnlyList<DailyClose> DailyCloses(string symbol) => [];

    /// <summary>What the broker says of the instrument; null where the host simulates it.</summary>
    BrokerSpec? Spec(string symbol) => null;
}
