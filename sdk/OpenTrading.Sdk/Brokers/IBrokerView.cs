using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Brokers;

/// <summary>The reading face of a broker connection: everything but sending.</summary>
public interface IBrokerView
{
    /// <summary>Short name for journals and screens, such as <c>paper</c> or <c>mt5</c>.</summary>
    string Name { get; }

    /// <summary>The account as of now.</summary>
    BrokerSnapshot Snapshot();

    /// <summary>Latest quote of a symbol; null when the broker has none.</summary>
    Quote? Quote(string symbol);

    /// <summary>Sends every later report to <paramref name="sink"/>, in the order in which things happened, one at a time.</summary>
    void Attach(IExecutionSink sink);
}
