namespace OpenTrading.Sdk.Brokers;

/// <summary>Broker connections of one kind, one for each account that shows up, such as the terminals of MetaTrader.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public interface IBrokerage
{
    /// <summary>Short name for journals and screens, such as <c>metatrader</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Hands over the broker of each account as soon as its books have been read for the first time; at once where they have been. A broker stays
    /// with its account for as long as the host runs, connected or not. It is an <see cref="IBrokerLink"/> too.
    /// </summary>
    /// <param name="take">Called once for each account, from any thread. The sending face belongs to the order router alone.</param>
    /// <exception cref="InvalidOperationException">The brokers were handed over to somebody before.</exception>
    void Open(Action<IBroker> take);
}
