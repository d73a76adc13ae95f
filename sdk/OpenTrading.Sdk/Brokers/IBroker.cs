namespace OpenTrading.Sdk.Brokers;

/// <summary>The sending face of a broker connection. Only the host's order router ever holds one.</summary>
public interface IBroker : IBrokerView
{
    /// <summary>Hands a request to the broker, once. The result arrives as <see cref="ExecutionReport"/>s, never as a return value.</summary>
    /// <returns>Completes when the broker answered, at the latest with the first report about it. A fault means that its outcome is unknown.</returns>
    ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken);
}
