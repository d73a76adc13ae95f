using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Testing.Markets;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Testing.Tests.Brokers;

/// <summary>A broker at standing prices that fills at once, and has one fault or none.</summary>
internal sealed class SampleBroker(Fault fault) : IBroker
{
    private static readonly DateTime Now = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Quote Market = new("EURUSD", 1.08490m, 1.08500m, Now, "sample");

    private readonly List<Position> _positions = [];
    private readonly List<(string Id, WorkingOrder Order)> _orders = [];
    private IExecutionSink _sink = null!;
    private BrokerSnapshot? _stale;
    private decimal _balance = 10_000m;
    private long _numbers;

    public string Name => "sample";

    public void Attach(IExecutionSink sink) => _sink = sink;

    public Quote? Quote(string symbol) => symbol == Market.Symbol ? Market : null;

    public BrokerSnapshot Snapshot()
    {
        var fresh = new BrokerSnapshot(
            new AccountSnapshot("1@sample", AccountKind.Demo, "USD", AccountMode.Hedging, _balance, _balance, 0, 0, Now), [.. _positions], [.. _orders.Select(o => o.Order)]);
        BrokerSnapshot shown = fault == Fault.LateSnapshot ? _stale ?? fresh : fresh;
        _stale = fresh;
        return shown;
    }

    public ValueTask SendAsync(BrokerRequest request, CancellationToken cancellationToken)
    {
        OrderIntent order = request.Order;
        Position? target = _positions.Find(position => position.Ticket == order.Target);
        switch (order.Kind)
        {
            case OrderKind.Open when order.Volume < SampleMarket.EurUsd.VolumeMin && fault != Fault.FillsRefused:
                Report(ExecutionKind.Rejected, request.ClientOrderId, 0, "volume");
                break;
            case OrderKind.Open when order.Type != OrderType.Market:
                var working = new WorkingOrder(++_numbers, order.Symbol, order.Side, order.Type, order.Volume, order.Price!.Value);
                _orders.Add((request.ClientOrderId, working));
                Report(ExecutionKind.Accepted, request.ClientOrderId, working.Ticket);
                break;
            case OrderKind.Open:
            case OrderKind.Close when target is null && fault == Fault.CloseOpens:
                Open(request);
                break;
            case OrderKind.Close when target is not null:
                Close(request, target);
                break;
            case OrderKind.Modify when target is not null:
                _positions[_positions.IndexOf(target)] = target with { StopLoss = order.StopLoss };
                Report(ExecutionKind.Modified, request.ClientOrderId, target.Ticket);
                break;
            case OrderKind.Cancel when _orders.Find(o => o.Order.Ticket == order.Target) is { Order: not null } pending:
                _orders.Remove(pending);
                if (fault != Fault.SilentCancel)
                {
                    Report(ExecutionKind.Cancelled, pending.Id, pending.Order.Ticket, "requested");
                }

                break;
            default:
                Report(ExecutionKind.Rejected, request.ClientOrderId, 0, "position gone");
                break;
        }

        return ValueTask.CompletedTask;
    }

    private void Open(BrokerRequest request)
    {
        OrderIntent order = request.Order;
        var position = new Position(++_numbers, order.Symbol, order.Side, order.Volume, Market.EntryPrice(order.Side), Now, order.StopLoss);
        _positions.Add(position);
        Deal(request, new Fill(
            order.Side, order.Volume, position.EntryPrice, FillReason.Open, position.Ticket, 0, 0, 0, 0, _balance, order.StopLoss, null, order.Volume, position.EntryPrice));
    }

    private void Close(BrokerRequest request, Position position)
    {
        _positions.Remove(position);
        const decimal Commission = -0.07m;
        decimal profit = (Market.Bid - position.EntryPrice) * position.Volume * SampleMarket.EurUsd.ContractSize;
        _balance += profit + Commission - (fault == Fault.HidesCosts ? 0.50m : 0);
        Deal(request, new Fill(
            OrderSide.Sell, position.Volume, Market.Bid, FillReason.Close, position.Ticket, position.Volume, profit, Commission, 0, _balance, null, null, 0, position.EntryPrice));
    }

    private void Deal(BrokerRequest request, Fill fill)
    {
        long ticket = ++_numbers;
        var report = new ExecutionReport
        {
            Kind = ExecutionKind.Fill,
            Time = Now,
            Symbol = request.Order.Symbol,
            ClientOrderId = fault == Fault.LosesId ? null : request.ClientOrderId,
            Ticket = ticket,
            DealId = ++_numbers,
            Fill = fill,
        };
        if (fault != Fault.FillsFirst)
        {
            Report(ExecutionKind.Accepted, request.ClientOrderId, ticket);
        }

        _sink.OnReport(report);
        if (fault == Fault.FillsFirst)
        {
            Report(ExecutionKind.Accepted, request.ClientOrderId, ticket);
        }
        else if (fault == Fault.RepeatsDeal && fill.Reason == FillReason.Close)
        {
            _sink.OnReport(report);
        }
    }

    private void Report(ExecutionKind kind, string id, long ticket, string reason = "") => _sink.OnReport(new ExecutionReport
    {
        Kind = kind, Time = Now, Symbol = "EURUSD", ClientOrderId = id, Ticket = ticket, Reason = reason,
    });
}
