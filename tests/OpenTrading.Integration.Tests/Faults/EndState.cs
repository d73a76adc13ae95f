namespace OpenTrading.Integration.Tests.Faults;

/// <summary>What is true once a host that was killed runs again.</summary>
internal enum EndState
{
    /// <summary>There is no such order; its key is free.</summary>
    NeverWas,
    /// <summary>The gate has looked again: the order waits, or was refused.</summary>
    JudgedAgain,
    /// <summary>The order waits as before; the same key finds it.</summary>
    Waiting,
    /// <summary>The order has lapsed with the host, and its approval with it; nothing was sent.</summary>
    Lapsed,
    /// <summary>The order is refused as never sent; the broker saw nothing.</summary>
    NeverSent,
    /// <summary>What the broker did: filled when it saw the order, else refused as never sent.</summary>
    AsAtBroker,
    /// <summary>Filled and reconciled; the broker saw one order.</summary>
    Filled,
    /// <summary>Level 3 holds, and every position was closed once.</summary>
    Flat,
    /// <summary>The level is as high as before.</summary>
    Tight,
}
