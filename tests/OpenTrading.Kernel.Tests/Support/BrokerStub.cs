using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>A broker that takes note of what it is sent and reports what the test says.</summary>
internal sealed class BrokerStub : IBroker
{
    private IExecutionSink? _sink;
    private long _deals;

    public string Name => "stub";

    public List<BrokerRequest> Sent { get; } = [];

    /// <summary>Called while a request is being sent.</summary>
    public Func<BrokerRequest, ValueTask> Sending { get; set; } = static _ => ValueTask.CompletedTask;

    public BrokerSnapshot State { get; set; } = new(Scene.Account, [], []);

    public BrokerSnapshot Snapshot() => State;

    public Quote? Quote(string symbol) => symbol == Scene.Quote.Symbol ? Scene.Quote : null;

    public void Attach(IExecutionSink sink) => _sink = sink;

    public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        Sent.Add(request);
        return Sending(request);
    }

    public void Report(ExecutionKind kind, string? clientOrderId, string reason = "") => _sink!.OnReport(new ExecutionReport
    {
        Kind = kind, Time = Scene.Now, Symbol = "EURUSD", ClientOrderId = clientOrderId, Ticket = 11, Reason = reason,
    });

    public ExecutionReport Fill(string? clientOrderId, decimal lots)
    {
        var report = new ExecutionReport
        {
            Kind = ExecutionKind.Fill, Time = Scene.Now, Symbol = "EURUSD", ClientOrderId = clientOrderId, Ticket = 11, DealId = ++_deals, Fill = Scene.Deal(lots),
        };
        Report(report);
        return report;
    }

    public void Report(ExecutionReport report) => _sink!.OnReport(report);
}
