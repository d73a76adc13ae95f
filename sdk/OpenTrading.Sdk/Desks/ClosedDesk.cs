using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Desks;

/// <summary>A desk where nobody trades: in a command without a running host.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ClosedDesk : IOrderDesk
{
    /// <summary>The one there is.</summary>
    public static readonly ClosedDesk Instance = new();

    private ClosedDesk()
    {
    }

    /// <inheritdoc/>
    public OrderAccess Access => OrderAccess.Reading;

    /// <inheritdoc/>
    public int KillLevel => 0;

    /// <inheritdoc/>
    public AccountSnapshot Account => throw Closed();

    /// <inheritdoc/>
    public DeskExposure Exposure(string source) => throw Closed();

    /// <inheritdoc/>
    public IReadOnlyList<DeskPosition> Positions(string book) => [];

    /// <inheritdoc/>
    public Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call) => throw Closed();

    private static CapabilityException Closed() => new(ErrorCode.NotSupported, "No host runs that could trade", "Start one with 'opentrading run'.");
}
