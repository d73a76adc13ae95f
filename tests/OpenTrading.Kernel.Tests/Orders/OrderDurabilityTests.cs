using OpenTrading.Kernel.Journal;
using OpenTrading.Kernel.Orders;
using OpenTrading.Kernel.Sessions;
using OpenTrading.Kernel.Tests.Journal;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Tests.Orders;

/// <summary>What is on disk before an order has an effect, over the journal itself and a disk that blocks or fails.</summary>
public sealed class OrderDurabilityTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] WayToTheBroker =
        ["day.reference", "order.proposed", "order.prechecked", "approval.auto", "order.finalchecked", "order.submitting"];

    // Flushes of an entry: day.reference, order.proposed, then order.submitting with the three before it.
    private const int FlushBeforeTheSend = 3;

    private static readonly OrderIntent Close = Scene.Buy with
    {
        Kind = OrderKind.Close, Target = Scene.Long.Ticket, Side = OrderSide.Sell, Volume = Scene.Long.Volume, StopLoss = null, TakeProfit = null,
    };

    private readonly TestFolder _folder = new();
    private readonly TestDisk _disk = new();
    private readonly AuditJournal _journal;
    private readonly DeskBench _bench;

    public OrderDurabilityTests()
    {
        _journal = _folder.Open(openFile: _disk.Open);
        _bench = new DeskBench(_journal);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Submit_EntryWhileTheFlushIsHeldBack_IsNotSent()
    {
        using var blocked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        _disk.OnFlush = number =>
        {
            if (number != FlushBeforeTheSend) return;
            blocked.Set();
            release.Wait(Patience);
        };
        var submitting = new Thread(() => _bench.Desk.Submit(Scene.Buy));

        submitting.Start();
        SpinWait.SpinUntil(() => blocked.IsSet || !submitting.IsAlive, Patience);
        bool isHeld = blocked.IsSet;
        int sent = _bench.Broker.Sent.Count;
        release.Set();
        submitting.Join();

        Assert.Equal((true, 0), (isHeld, sent));
        Assert.Single(_bench.Broker.Sent);
    }

    [Fact]
    public void Submit_Entry_IsSentOnceEveryStepBeforeItWasFlushed()
    {
        string[] flushed = [], before = [];
        _disk.OnFlush = _ => flushed = _folder.Types();
        _bench.Broker.Sending = _ =>
        {
            before = flushed;
            return ValueTask.CompletedTask;
        };

        _bench.Desk.Submit(Scene.Buy);

        Assert.Equal(WayToTheBroker, before);
        Assert.Equal(FlushBeforeTheSend, _disk.Flushes);
    }

    [Fact]
    public void OnReport_EntryFills_IsToldOnceFillAndSettlementWereFlushed()
    {
        string[] flushed = [], told = [];
        _disk.OnFlush = _ => flushed = _folder.Types();
        _bench.Router.Dealt += (_, _) => told = flushed;
        Order order = _bench.Desk.Submit(Scene.Buy);

        _bench.Broker.Report(ExecutionKind.Accepted, order.ClientOrderId);
        Assert.Equal("order.accepted", flushed[^1]);
        _bench.Broker.Fill(order.ClientOrderId, 0.10m);
        Assert.Equal("order.fill", told[^1]);
        _bench.Broker.Fill(order.ClientOrderId, 0.28m);

        Assert.Equal(["order.accepted", "order.fill", "order.fill", "order.reconciled"], told[^4..]);
        Assert.Equal(FlushBeforeTheSend + 3, _disk.Flushes);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(FlushBeforeTheSend)]
    public void Submit_FlushOfAnEntryFails_IsRefusedAndNotSent(int flush)
    {
        _disk.OnFlush = number => Fail(number == flush);

        Assert.Throws<JournalException>(() => _bench.Desk.Submit(Scene.Buy));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Equal(JournalState.Failed, _journal.State);
        Assert.Equal([.. WayToTheBroker[..(flush - 1)], "audit.write_failed"], _folder.Types());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Submit_StepsOfAnEntryAreLostBeforeTheLast_IsNotSentWhetherTheSwitchIsThrownOrNot(bool throwsTheSwitch)
    {
        _disk.OnFlush = number => Fail(number == FlushBeforeTheSend);
        _journal.Failed += _ => _bench.Kill.Level = throwsTheSwitch ? 1 : 0;

        // Between the last look and the send: somebody else's flush takes the order's steps with it.
        _bench.Desk.Judged += (_, _) => _folder.Clock.Fire();

        Exception? refusal = Record.Exception(() => _bench.Desk.Submit(Scene.Buy));

        Assert.Empty(_bench.Broker.Sent);
        Assert.Equal(!throwsTheSwitch, refusal is JournalException);
        Assert.Equal(throwsTheSwitch ? OrderState.Cancelled : OrderState.Proposed, Assert.Single(Replayed().All).State);
    }

    [Fact]
    public void Submit_Close_WaitsForTheDiskAtEveryRecord()
    {
        _bench.Broker.State = new BrokerSnapshot(Scene.Account, [Scene.Long], []);

        Order order = _bench.Desk.Submit(Close);
        _bench.Broker.Report(ExecutionKind.Accepted, order.ClientOrderId);
        _bench.Broker.Fill(order.ClientOrderId, Close.Volume);

        Assert.Equal(OrderState.Reconciled, order.State);
        Assert.Equal((WayToTheBroker.Length + 3, WayToTheBroker.Length + 3), (_folder.Types().Length, _disk.Flushes));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Submit_CloseMeetsAFullDisk_IsSentAndLeavesEveryRecord(int write)
    {
        _bench.Broker.State = new BrokerSnapshot(Scene.Account, [Scene.Long], []);
        _disk.OnWrite = number => Fail(number == write);

        _bench.Desk.Submit(Close);

        Assert.Single(_bench.Broker.Sent);
        Assert.Equal([.. WayToTheBroker[..(write - 1)], "audit.write_failed", .. WayToTheBroker[(write - 1)..]], _folder.Types());
    }

    private static void Fail(bool now)
    {
        if (now) throw new IOException("No space left on device");
    }

    private JournaledOrders Replayed()
    {
        var past = new JournaledAccount();
        foreach (JournalRecord record in _folder.Records()) past.Apply(record);
        return past.Orders;
    }
}
