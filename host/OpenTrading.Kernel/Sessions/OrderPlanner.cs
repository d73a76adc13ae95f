using System.Globalization;
using OpenTrading.Kernel.Sizing;
using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Turns a winning signal or an intent into the orders to propose: exact prices, a size, and closes before an entry against an open position.</summary>
internal sealed class OrderPlanner(Instrument instrument, ISizer sizer)
{
    /// <summary>Orders for a signal; with <paramref name="skipped"/> when it leads to no entry.</summary>
    /// <param name="signal">The winning signal.</param>
    /// <param name="proposer">Whose it is.</param>
    /// <param name="keyPrefix">Prefix of the idempotency keys, unique to this bar.</param>
    /// <param name="quote">Market now.</param>
    /// <param name="broker">Account now.</param>
    /// <param name="rates">Conversion rates.</param>
    /// <param name="skipped">Why there is no entry; empty when there is one or none was wanted.</param>
    public IReadOnlyList<OrderIntent> Plan(
        Signal signal, string proposer, string keyPrefix, Quote quote, BrokerSnapshot broker, CurrencyConverter rates, out string skipped)
    {
        var plan = new Draft(proposer, keyPrefix, signal);
        skipped = "";
        Position[] open = [.. broker.Positions.Where(p => p.Symbol == instrument.Symbol)];
        if (signal.Action == SignalAction.Exit)
        {
            plan.Orders.AddRange(open.Select(p => Close(plan, p, p.Volume, quote)));
            plan.Orders.AddRange(broker.Orders.Where(o => o.Symbol == instrument.Symbol).Select(o => Cancel(plan, o)));
            return plan.Orders;
        }

        OrderSide side = signal.Action == SignalAction.Buy ? OrderSide.Buy : OrderSide.Sell;
        Position[] against = signal.Entry == OrderType.Market ? [.. open.Where(p => p.Side != side)] : [];
        OrderIntent? entry = Entry(plan, side, quote, broker, rates, out skipped);
        if (broker.Account.Mode == AccountMode.Netting && entry is not null && against.Length > 0)
        {
            // A netted account turns around in one order; two would leave it flat for a moment and pay twice.
            plan.Orders.Add(entry with { Volume = entry.Volume + against[0].Volume });
            return plan.Orders;
        }

        plan.Orders.AddRange(against.Select(p => Close(plan, p, p.Volume, quote)));
        if (entry is not null)
        {
            plan.Orders.Add(entry with { IdempotencyKey = plan.NextKey() });
        }

        return plan.Orders;
    }

    /// <summary>Orders for an intent; none, with <paramref name="skipped"/>, when its target is gone or the part is too small.</summary>
    public IReadOnlyList<OrderIntent> Plan(ManageIntent intent, string proposer, string keyPrefix, Quote quote, BrokerSnapshot broker, out string skipped)
    {
        skipped = "";
        var plan = new Draft(proposer, keyPrefix, new Signal { Action = SignalAction.Exit, Reason = intent.Reason, Confidence = 1 });
        switch (intent)
        {
            case MoveStop move when Find(broker, move.Ticket) is { } position:
                return [Modify(plan, position, move, quote)];
            case ClosePart part when Find(broker, part.Ticket) is { } position:
                decimal volume = PartOf(position, part.Fraction);
                skipped = volume > 0 ? "" : $"a part of {part.Fraction} is below the volume step";
                return volume > 0 ? [Close(plan, position, volume, quote)] : [];
            case CancelPending cancel:
                WorkingOrder[] pending = [.. broker.Orders.Where(o => o.Symbol == instrument.Symbol && (cancel.Ticket ?? o.Ticket) == o.Ticket)];
                skipped = pending.Length > 0 ? "" : "its target is gone";
                return [.. pending.Select(o => Cancel(plan, o))];
            default:
                skipped = "its target is gone";
                return [];
        }
    }

    private decimal PartOf(Position position, double fraction) => fraction >= 1
        ? position.Volume
        : Math.Floor(position.Volume * (decimal)Math.Max(0, fraction) / instrument.VolumeStep) * instrument.VolumeStep;

    private OrderIntent? Entry(Draft plan, OrderSide side, Quote quote, BrokerSnapshot broker, CurrencyConverter rates, out string skipped)
    {
        Signal signal = plan.Signal;
        decimal entry = signal.Entry == OrderType.Market ? quote.EntryPrice(side) : OnGrid(instrument.ToPrice(signal.EntryPrice!.Value));
        decimal? stop = Resolve(signal.Stop, entry, -(int)side);
        decimal? target = Resolve(signal.Target, entry, (int)side);
        if (sizer.Raw(new SizingInput(instrument, broker.Account, entry, stop, rates), out skipped) is not { } raw)
        {
            return null;
        }

        decimal volume = instrument.FloorVolume(raw);
        if (volume <= 0)
        {
            skipped = string.Create(CultureInfo.InvariantCulture, $"size_below_minimum: {raw:0.####} lots, minimum {instrument.VolumeMin}");
            return null;
        }

        return new OrderIntent
        {
            Kind = OrderKind.Open,
            Symbol = instrument.Symbol,
            Side = side,
            Type = signal.Entry,
            Volume = volume,
            Price = signal.Entry == OrderType.Market ? null : entry,
            StopLoss = stop,
            TakeProfit = target,
            Expiry = signal.Expiry,
            ReferencePrice = entry,
            Proposer = plan.Proposer,
            Confidence = signal.Confidence,
            Reason = signal.Reason,
            IdempotencyKey = plan.NextKey(),
        };
    }

    private static OrderIntent Close(Draft plan, Position position, decimal volume, Quote quote)
    {
        OrderSide side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        return plan.Order(OrderKind.Close, position.Symbol, side, volume, position.Ticket, quote.EntryPrice(side));
    }

    private static OrderIntent Cancel(Draft plan, WorkingOrder order) =>
        plan.Order(OrderKind.Cancel, order.Symbol, order.Side, order.Volume, order.Ticket, order.Price);

    private OrderIntent Modify(Draft plan, Position position, MoveStop move, Quote quote) =>
        plan.Order(OrderKind.Modify, position.Symbol, position.Side, position.Volume, position.Ticket, quote.EntryPrice(position.Side)) with
        {
            StopLoss = move.Stop is { } stop ? OnGrid(instrument.ToPrice(stop)) : position.StopLoss,
            TakeProfit = move.Target is { } target ? OnGrid(instrument.ToPrice(target)) : position.TakeProfit,
        };

    private Position? Find(BrokerSnapshot broker, long ticket) =>
        broker.Positions.FirstOrDefault(p => p.Ticket == ticket && p.Symbol == instrument.Symbol);

    private decimal? Resolve(Level? level, decimal entry, int direction) => level switch
    {
        null => null,
        { IsDistance: true } distance => OnGrid(entry + (direction * Math.Ceiling((decimal)distance.Value) * instrument.Point)),
        { } price => OnGrid(instrument.ToPrice(price.Value)),
    };

    private decimal OnGrid(decimal price) => Math.Round(price / instrument.TickSize, MidpointRounding.AwayFromZero) * instrument.TickSize;

    private sealed class Draft(string proposer, string keyPrefix, Signal signal)
    {
        private int _keys;

        public string Proposer => proposer;

        public Signal Signal => signal;

        public List<OrderIntent> Orders { get; } = [];

        public string NextKey() => string.Create(CultureInfo.InvariantCulture, $"{keyPrefix}:{++_keys}");

        public OrderIntent Order(OrderKind kind, string symbol, OrderSide side, decimal volume, long target, decimal price) => new()
        {
            Kind = kind,
            Symbol = symbol,
            Side = side,
            Volume = volume,
            Target = target,
            ReferencePrice = price,
            Proposer = proposer,
            Confidence = signal.Confidence,
            Reason = signal.Reason,
            IdempotencyKey = NextKey(),
        };
    }
}
