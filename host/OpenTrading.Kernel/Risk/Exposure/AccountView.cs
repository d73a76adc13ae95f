using OpenTrading.Kernel.Live;
using OpenTrading.Kernel.Orders;
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
}
