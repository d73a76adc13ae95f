using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Brokers;

namespace OpenTrading.Host.Tests.Plugins;

public sealed class BrokerHandoverTests
{
    [Fact]
    public void TakeAll_BrokersThatWaitAndThatCome_EachOnceInOrder()
    {
        var handover = new BrokerHandover();
        Far[] brokers = [new("one"), new("two")];
        List<string> taken = [];

        handover.Give(brokers[0], brokers[0]);
        handover.TakeAll((_, view) => taken.Add(view.Account));
        handover.Give(brokers[1], brokers[1]);

        Assert.Equal(["one", "two"], taken);
    }

    [Fact]
    public void TakeAll_TheSecondTime_FindsThemTaken()
    {
        var handover = new BrokerHandover();
        var broker = new Far("one");
        handover.Give(broker, broker);
        handover.TakeAll((_, _) => { });

        Assert.Throws<InvalidOperationException>(() => handover.TakeAll((_, _) => Assert.Fail("It was taken twice.")));
    }

    private sealed class Far(string account) : IBroker, IRemoteBroker
    {
        public string Name => "far";

        public string Account => account;

        public BrokerHealth Health { get; } = new(false, false, "never connected", null, null, null);

        public BrokerSnapshot Snapshot() => throw new IOException("It never connected.");

        public Sdk.Market.Quote? Quote(string symbol) => null;

        public Sdk.Market.Instrument? Instrument(string symbol) => null;

        public void Attach(IExecutionSink sink)
        {
        }

        public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken) => throw new IOException("It never connected.");

        public ValueTask<OrderEvidence> FindAsync(string clientOrderId, CancellationToken cancellationToken) => throw new IOException("It never connected.");

        public ValueTask<IReadOnlyList<BrokerDeal>> DealsAsync(DateTime from, DateTime to, CancellationToken cancellationToken) => throw new IOException("It never connected.");
    }
}
