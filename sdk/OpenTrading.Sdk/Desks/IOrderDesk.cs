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

    /// <summary>The account as of now: the paper account, or on a live host that of the terminal.</summary>
    /// <exception cref="CapabilityException">A live host without exactly one connected terminal.</exception>
    AccountSnapshot Account { get; }

    /// <summary>What the account holds that orders would reach: the paper account, or on a live host that of the source's terminal, else of the only one.</summary>
    /// <param name="source">Source of the prices that an order would be judged by, such as <c>mt5</c>.</param>
    /// <exception cref="CapabilityException">No host runs; or a live host has no connected terminal, or several and the source is none of them.</exception>
    DeskExposure Exposure(string source);

    /// <summary>Open positions, oldest first: of the paper account those that were opened in a book, on a live host all of the terminal of that name, else of every terminal.</summary>
    /// <param name="book">Name of the book, such as <c>mt4</c>.</param>
    IReadOnlyList<DeskPosition> Positions(string book);

    /// <summary>Places an order and waits a little for its result.</summary>
    /// <param name="order">The order.</param>
    /// <param name="call">The call behind it. Its key makes a repeated call the same order.</param>
    /// <exception cref="CapabilityException">It is refused: by gate, kill switch or broker, or for want of a price. On a live host also until a human has approved it. Details name the rules, <c>decisionId</c> and <c>requestId</c>.</exception>
    Task<DeskReceipt> PlaceAsync(DeskOrder order, ICallContext call);
}
