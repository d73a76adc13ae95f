using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Brokers;

/// <summary>What goes to a broker: the exact order that was approved, under its client order id.</summary>
/// <param name="ClientOrderId">16 characters [0-9a-z], never reused; the broker's evidence against doubles.</param>
/// <param name="Order">The approved order.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record BrokerRequest(string ClientOrderId, OrderIntent Order);
