using OpenTrading.Simulation.Orders;

namespace OpenTrading.Simulation.State;

/// <summary>A working order, to be taken up again after a restart. A market order is due at once.</summary>
/// <param name="Id">Number of the order.</param>
/// <param name="Ticket">The order with its present levels and absolute expiry.</param>
/// <param name="IsTriggered">Whether the stop of a stop-limit has been reached.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record OrderState(long Id, OrderTicket Ticket, bool IsTriggered);
