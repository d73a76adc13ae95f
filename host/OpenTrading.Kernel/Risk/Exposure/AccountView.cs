using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Live.Books;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Paper;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Kernel.Risk.Exposure;

/// <summary>An account with what its positions are valued by: the simulated one, or one at a broker.</summary>
/// <param name="Snapshot">Its money and positions.</param>
/// <param name="Market">Instruments and quotes as it trades them.</param>
internal sealed record AccountView(BrokerSnapshot Snapshot, IMarketView Market)
{
    /// <summary>The simulated account as of now.</summary>
    public static AccountView Of(TradingDesk desk) => new(desk.Broker.Snapshot(), desk.Market);

    /// <summary>An account at a broker as its terminal last told it.</summary>
    public static AccountView Of(LiveDesk desk) => new(desk.Link!.Snapshot(), desk.Market!);

    /// <summary>Where an account at a broker stands, with its time.</summary>
    public static PriceStamp StampOf(LiveDesk desk) => new(desk.Link!.Name, desk.Link.Snapshot().Account.Time, desk.Link.Health.SnapshotAge > LiveBookCapabilities.Fresh);
}
