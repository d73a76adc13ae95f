using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Desks;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Tests.Support;

/// <summary>A desk that holds the positions that a test wants, and trades nothing.</summary>
internal sealed class MadeDesk(params Position[] positions) : IOrderDesk
{
    public OrderAccess Access => OrderAccess.Reading;

    public int KillLevel => 1;

    public AccountSnapshot Account => new("paper@sim", AccountKind.Simulated, "USD", AccountMode.Hedging, 10_000, 10_000, 0, 0, new DateTime(2022, 3, 4, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>The equity it may not fall to; none unless a test sets one.</summary>
    public LossFloor? Floor { get; init; }

    public DeskExposure Exposure(string source) => new("paper@sim", Account, positions, Floor);

    public IReadOnlyList<DeskPosition> Positions(string book) => [];

    public Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call) => throw new NotSupportedException();
}
