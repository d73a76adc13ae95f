using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Desks;

/// <summary>
/// Where a plugin places orders of its callers. On a paper host they are orders of the paper account, with gate, journal and router before them as
/// before any other; on a live host they become requests that a human approves. A plugin sends nothing through it.
/// </summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IOrderDesk
{
    /// <summary>What orders of callers may do in this host.</summary>
    OrderAccess Access { get; }

    /// <summary>Level of the kill switch, 0 to 3; above 0 nothing that opens or raises risk passes.</summary>
    int KillLevel { get; }

    /// <summary>The paper account as of now.</summary>
    AccountSnapshot Account { get; }

    /// <summary>Open positions of the paper account that were opened in a book, oldest first.</summary>
    /// <param name="book">Name of the book, such as <c>mt4</c>.</param>
    IReadOnlyList<DeskPosition> Positions(string book);

    /// <summary>Places an order and waits a little for its result.</summary>
    /// <param name="order">The order.</param>
    /// <param name="call">The call behind it. Its key makes a repeated call the same order.</param>
    /// <exception cref="CapabilityException">It is refused: by gate, kill switch or broker, or for want of a price. Details name the rules, and <c>decisionId</c>.</exception>
    Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call);
}
