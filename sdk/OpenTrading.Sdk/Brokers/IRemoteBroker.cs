using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Brokers;

/// <summary>
/// The reading face of a broker on another machine: beyond what every broker tells, whether it can be reached, what it permits, and what it
/// remembers of orders. One object an account; it stays the same while the connection comes and goes.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IRemoteBroker : IBrokerView
{
    /// <summary>The account as <c>login@server</c>, known also while it is not connected.</summary>
    string Account { get; }

    /// <summary>Whether it can be reached, and what it permits now.</summary>
    BrokerHealth Health { get; }

    /// <summary>The contract of a symbol under the host's name for it; null when the broker has none.</summary>
    Instrument? Instrument(string symbol);

    /// <summary>
    /// Asks what became of an order that was sent, or whether it ever arrived. An order of which the far side's intact memory knows nothing is refused
    /// there from now on, so that it cannot arrive later; only then the answer is <see cref="OrderFate.NeverSent"/>.
    /// </summary>
    /// <param name="clientOrderId">Id it was sent under.</param>
    /// <param name="cancellationToken">Ends the waiting; nothing is sent twice.</param>
    /// <exception cref="IOException">It cannot be reached, or did not answer.</exception>
    ValueTask<OrderEvidence> FindAsync(string clientOrderId, CancellationToken cancellationToken);

    /// <summary>Deals of a span, oldest first, deposits and withdrawals left out.</summary>
    /// <param name="from">UTC instant of the first.</param>
    /// <param name="to">UTC instant behind the last.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="IOException">It cannot be reached, or did not answer.</exception>
    ValueTask<IReadOnlyList<BrokerDeal>> DealsAsync(DateTime from, DateTime to, CancellationToken cancellationToken);
}
