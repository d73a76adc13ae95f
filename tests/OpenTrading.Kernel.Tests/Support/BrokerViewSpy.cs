using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A broker's reading face that tells the test of every look at it.</summary>
internal sealed class BrokerViewSpy(IBrokerView broker, Action asked) : IBrokerView
{
    public string Name => broker.Name;

    public BrokerSnapshot Snapshot()
    {
        asked();
        return broker.Snapshot();
    }

    public Quote? Quote(string symbol)
    {
        asked();
        return broker.Quote(symbol);
    }

    public void Attach(IExecutionSink sink) => broker.Attach(sink);
}
