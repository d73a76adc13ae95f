using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Orders;

/// <summary>One order of the host, from proposal to reconciliation. Changed by the ledger alone, after the journal has the step.</summary>
public sealed class Order
{
    internal Order(string id, OrderIntent intent, OrderClass orderClass, DateTime proposedAt, DateTime expiresAt)
    {
        Id = id;
        Asked = Intent = intent;
        Class = orderClass;
        ProposedAt = proposedAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>Id, counted from 1 per journal: <c>o-1</c>.</summary>
    public string Id { get; }

    /// <summary>What was asked for, whatever became of it.</summary>
    public OrderIntent Asked { get; }

    /// <summary>What was asked for, with the volume the gate left.</summary>
    public OrderIntent Intent { get; internal set; }

    /// <summary>Puts a modification of a working order in force.</summary>
    internal void Change(decimal price, decimal? stopLoss, decimal? takeProfit) =>
        Intent = Intent with { Price = price, StopLoss = stopLoss, TakeProfit = takeProfit };

    /// <summary>What it does to risk.</summary>
    public OrderClass Class { get; }

    /// <summary>UTC instant of the proposal.</summary>
    public DateTime ProposedAt { get; }

    /// <summary>UTC instant after which it may not be approved any more.</summary>
    public DateTime ExpiresAt { get; }

    /// <summary>State after the last journaled step.</summary>
    public OrderState State
    {
        get;
        internal set
        {
            Outcome = value == OrderState.Reconciled ? field : value;
            field = value;
        }
    }

    /// <summary>The state, or for a reconciled order the one that it ended in: filled, cancelled, expired or rejected.</summary>
    public OrderState Outcome { get; private set; }

    /// <summary>Hash of the canonical order; null before the first look passed.</summary>
    public string? Hash { get; internal set; }

    /// <summary>Client order id; null before it was sent.</summary>
    public string? ClientOrderId { get; internal set; }

    /// <summary>Broker's number; 0 before it was accepted.</summary>
    public long Ticket { get; internal set; }

    /// <summary>UTC instant at which it was sent; null before that.</summary>
    public DateTime? SentAt { get; internal set; }

    /// <summary>Price that the last look saw, price units; null before that, and for orders without one.</summary>
    public decimal? SeenPrice { get; internal set; }

    /// <summary>What it stands to lose at its stop by the last look, account currency; null before that, and without a stop.</summary>
    public decimal? Risk { get; internal set; }

    /// <summary>Hash of the configuration of its first look; null before that passed.</summary>
    public string? ConfigHash { get; internal set; }

    /// <summary>Whether it ever was on its way to the broker.</summary>
    public bool WasSubmitted { get; internal set; }

    /// <summary>Lots filled so far.</summary>
    public decimal FilledVolume { get; private set; }

    /// <summary>Average price of those; null before the first.</summary>
    public decimal? FillPrice { get; private set; }

    /// <summary>UTC instant of the last of them at the broker; null before the first.</summary>
    public DateTime? FilledAt { get; private set; }

    /// <summary>Broker's number of the position that it opened, changed or closed; null before the first fill.</summary>
    public long? Position { get; private set; }

    /// <summary>Takes note of a fill.</summary>
    internal void Fill(decimal volume, decimal price, DateTime at, long position)
    {
        FillPrice = ((FillPrice ?? 0) * FilledVolume + (price * volume)) / (FilledVolume + volume);
        FilledVolume += volume;
        (FilledAt, Position) = (at, position);
    }

    /// <summary>Why it was rejected, cancelled or expired; empty otherwise.</summary>
    public string Why { get; internal set; } = "";

    /// <summary>Rules that rejected it; empty otherwise.</summary>
    public IReadOnlyList<Violation> Violations { get; internal set; } = [];

    /// <summary>How it stands, for a sentence: its state, and why it did not get as far as it should.</summary>
    public string Standing => Names.Of(Outcome) + (Violations.Count > 0 ? $": {string.Join("; ", Violations.Select(v => v.Message))}" : Why.Length > 0 ? $": {Why}" : "");
}
