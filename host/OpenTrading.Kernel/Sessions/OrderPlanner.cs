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
    private readonly Instrument _instrument = instrument;
    private readonly ISizer _sizer = sizer;
    private readonly LevelPrices _prices = new(instrument);

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
        var plan = new Draft(this, proposer, keyPrefix, signal, quote, broker, rates);
        SignalEffect.Apply(signal, plan);
        skipped = plan.Skipped;
        return plan.Orders;
    }

    /// <summary>Orders for an intent; none, with <paramref name="skipped"/>, when its target is gone or the part is too small.</summary>
    public IReadOnlyList<OrderIntent> Plan(ManageIntent intent, string proposer, string keyPrefix, Quote quote, BrokerSnapshot broker, out string skipped)
    {
        skipped = "";
        var plan = new Draft(this, proposer, keyPrefix, new Signal { Action = SignalAction.Exit, Reason = intent.Reason, Confidence = 1 }, quote, broker, rates: null);
        switch (intent)
        {
            case MoveStop move when Find(broker, move.Ticket) is { } position:
                return [Modify(plan, position, move)];
            case ClosePart part when Find(broker, part.Ticket) is { } position:
                decimal volume = PartOf(position, part.Fraction);
                skipped = volume > 0 ? "" : $"a part of {part.Fraction} is below the volume step";
                return volume > 0 ? [plan.Close(position, volume)] : [];
            case CancelPending cancel:
                WorkingOrder[] pending = [.. broker.Orders.Where(o => o.Symbol == _instrument.Symbol && (cancel.Ticket ?? o.Ticket) == o.Ticket)];
                skipped = pending.Length > 0 ? "" : "its target is gone";
                return [.. pending.Select(plan.Cancel)];
            default:
                skipped = "its target is gone";
                return [];
        }
    }

    private decimal PartOf(Position position, double fraction) => fraction >= 1
        ? position.Volume
        : Math.Floor(position.Volume * (decimal)Math.Max(0, fraction) / _instrument.VolumeStep) * _instrument.VolumeStep;

    private OrderIntent Modify(Draft plan, Position position, MoveStop move) =>
        plan.Order(OrderKind.Modify, position.Side, position.Volume, position.Ticket, plan.Quote.EntryPrice(position.Side)) with
        {
            StopLoss = move.Stop is { } stop ? _prices.OnGrid(_instrument.ToPrice(stop)) : position.StopLoss,
            TakeProfit = move.Target is { } target ? _prices.OnGrid(_instrument.ToPrice(target)) : position.TakeProfit,
        };

    private Position? Find(BrokerSnapshot broker, long ticket) =>
        broker.Positions.FirstOrDefault(p => p.Ticket == ticket && p.Symbol == _instrument.Symbol);

    /// <summary>The orders of one signal as they come together.</summary>
    private sealed class Draft(
        OrderPlanner planner, string proposer, string keyPrefix, Signal signal, Quote quote, BrokerSnapshot broker, CurrencyConverter? rates) : ISignalBook
    {
        private readonly Instrument _instrument = planner._instrument;
        private readonly Position[] _open = [.. broker.Positions.Where(p => p.Symbol == planner._instrument.Symbol)];
        private int _keys;
        private OrderIntent? _entry;

        public Quote Quote => quote;

        public List<OrderIntent> Orders { get; } = [];

        public string Skipped { get; private set; } = "";

        public AccountMode Mode => broker.Account.Mode;

        public int Count => _open.Length;

        public OrderSide SideOf(int position) => _open[position].Side;

        public void Close(int position) => Orders.Add(Close(_open[position], _open[position].Volume));

        public void CancelPendings() => Orders.AddRange(broker.Orders.Where(o => o.Symbol == _instrument.Symbol).Select(Cancel));

        public bool Size(OrderSide side)
        {
            decimal entry = signal.Entry == OrderType.Market ? quote.EntryPrice(side) : planner._prices.OnGrid(_instrument.ToPrice(signal.EntryPrice!.Value));
            decimal? stop = planner._prices.Of(signal.Stop, entry, -(int)side);
            decimal? volume = EntrySize.Of(planner._sizer, new SizingInput(_instrument, broker.Account, entry, stop, rates!), out string why);

            // Where it lies is what is to be mended, not the size that came of the distance. One that has a size meets the rules, which say so too.
            Skipped = volume is null && stop is { } price && (int)side * (entry - price) < 0 ? WrongSide(side, price, entry) : why;
            _entry = volume is null ? null : Order(OrderKind.Open, side, volume.Value, target: null, entry) with
            {
                Type = signal.Entry,
                Price = signal.Entry == OrderType.Market ? null : entry,
                StopLoss = stop,
                TakeProfit = planner._prices.Of(signal.Target, entry, (int)side),
                Expiry = signal.Expiry,
            };
            return _entry is not null;
        }

        private static string WrongSide(OrderSide side, decimal stop, decimal entry) => string.Create(
            CultureInfo.InvariantCulture, $"its stop {stop} is {(stop > entry ? "above" : "below")} the entry {entry} of a {side.ToString().ToLowerInvariant()}; it must be {(stop > entry ? "below" : "above")}");

        public void Enter(OrderSide side, int? turning) =>
            Orders.Add(turning is { } position ? _entry! with { Volume = _entry.Volume + _open[position].Volume } : _entry!);

        public OrderIntent Close(Position position, decimal volume)
        {
            OrderSide side = position.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
            return Order(OrderKind.Close, side, volume, position.Ticket, quote.EntryPrice(side));
        }

        public OrderIntent Cancel(WorkingOrder order) => Order(OrderKind.Cancel, order.Side, order.Volume, order.Ticket, order.Price);

        public OrderIntent Order(OrderKind kind, OrderSide side, decimal volume, long? target, decimal price) => new()
        {
            Kind = kind,
            Symbol = _instrument.Symbol,
            Side = side,
            Volume = volume,
            Target = target,
            ReferencePrice = price,
            Proposer = proposer,
            Confidence = signal.Confidence,
            Reason = signal.Reason,
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{keyPrefix}:{++_keys}"),
        };
    }
}
