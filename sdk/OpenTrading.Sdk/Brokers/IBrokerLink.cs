using OpenTrading.Sdk.Risk;

namespace OpenTrading.Sdk.Brokers;

/// <summary>
/// The reading face of a broker outside of the host's process: it comes and goes, things happen at it unheard, and what became of a request whose
/// result was lost can be asked. Nothing here sends an order, or sends one again.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IBrokerLink : IBrokerView
{
    /// <summary>How the connection stands now.</summary>
    BrokerHealth Health { get; }

    /// <summary>What the broker says of an instrument; null when it said nothing, and then nothing that raises risk is sent in it.</summary>
    /// <param name="symbol">Instrument name.</param>
    BrokerSpec? Spec(string symbol) => null;

    /// <summary>Raised when the connection ended, and when it is back with everything read that happened meanwhile. Handlers must not wait.</summary>
    event Action? Changed;

    /// <summary>Asks what became of a request. A broker that never saw it refuses it from then on, should it arrive late.</summary>
    /// <param name="request">The request, as it was sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The broker is not connected, or the connection ended before the answer.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    ValueTask<RequestOutcome> FindAsync(BrokerRequest request, CancellationToken cancellationToken);

    /// <summary>Asks for deals of the past, oldest first, as the reports they were or would have been. A host that was away learns from it what it missed.</summary>
    /// <param name="from">First UTC instant.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The broker is not connected, or the connection ended before the answer.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    ValueTask<IReadOnlyList<ExecutionReport>> PastAsync(DateTime from, CancellationToken cancellationToken);

    /// <summary>Tells the far side to hold back entries by itself, see <see cref="BrokerHealth.LatchLevel"/>. A side that cannot has nothing to do, which is the default.</summary>
    /// <param name="level">Level of the kill switch, 1 to 3. A lower one than in force changes nothing.</param>
    /// <param name="seq">Number of the record that says so; 0 where none is known.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The broker is not connected, refuses, or the connection ended before the answer.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    ValueTask LatchAsync(int level, long seq, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Lets the far side's own hold go, as an operator said. It sends no order. A side that has none has nothing to do, which is the default.</summary>
    /// <param name="seq">Number of the record that says so; the far side wants one above every number it has seen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The broker is not connected, refuses, or the connection ended before the answer.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    ValueTask RearmAsync(long seq, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
