using System.Runtime.InteropServices;
using OpenTrading.Simulation.Matching;
using OpenTrading.Simulation.Orders;
using OpenTrading.Simulation.Randomness;

namespace OpenTrading.Simulation.Accounts;

/// <summary>Balance, positions and orders of all instruments. Lists are in order of id.</summary>
internal sealed class Account(AccountOptions options, Market[] markets, ulong seed, IMatchingListener listener)
{
    public AccountOptions Options { get; } = options;

    public Market[] Markets { get; } = markets;

    public IMatchingListener Listener { get; } = listener;

    public MoneyModel Money { get; } = MoneyModel.For(options);

    public Xoshiro256 Random { get; } = new(seed);

    public double Balance { get; set; } = (double)options.InitialCash;

    // The lists of a lone instrument are those of the account.
    public List<SimulatedPosition> Positions { get; } = markets is [var lone] ? lone.Positions : [];

    public List<SimulatedOrder> Orders { get; } = markets is [var lone] ? lone.Orders : [];

    public long LastOrderId { get; set; }

    public long LastPositionId { get; set; }

    public long LastFill { get; set; }

    public double Equity
    {
        get
        {
            double open = 0;
            foreach (var position in CollectionsMarshal.AsSpan(Positions))
            {
                open += Floating(position) + position.Swap;
            }

            return Money.Sum(Balance, open);
        }
    }

    public double UsedMargin
    {
        get
        {
            double used = 0;
            foreach (var position in Positions)
            {
                used += position.Margin;
            }

            return used;
        }
    }

    public double Floating(SimulatedPosition position)
    {
        var market = Markets[position.InstrumentIndex];
        return Money.Profit(market, position, position.Steps, market.OwnSide(position, market.Bid));
    }

    public void Book(double amount) => Balance = Money.Sum(Balance, amount);

    public void Add(SimulatedPosition position)
    {
        Positions.Add(position);
        if (Markets.Length > 1)
        {
            Markets[position.InstrumentIndex].Positions.Add(position);
        }
    }

    public void Remove(SimulatedPosition position)
    {
        Take(Positions, position);
        if (Markets.Length > 1)
        {
            Take(Markets[position.InstrumentIndex].Positions, position);
        }
    }

    public void Add(SimulatedOrder order)
    {
        Orders.Add(order);
        if (Markets.Length > 1)
        {
            Markets[order.InstrumentIndex].Orders.Add(order);
        }
    }

    /// <summary>Takes an order out of work, whatever becomes of it.</summary>
    public void End(SimulatedOrder order)
    {
        order.IsWorking = false;
        Take(Orders, order);
        if (Markets.Length > 1)
        {
            Take(Markets[order.InstrumentIndex].Orders, order);
        }
    }

    public void Cancel(SimulatedOrder order, CancellationReason reason)
    {
        End(order);
        Listener.OnCancelled(order, reason);
    }

    public void Reject(SimulatedOrder order, RejectionReason reason)
    {
        End(order);
        Listener.OnRejected(order, reason);
    }

    // By reference, which the list's own removal asks a comparer for; that would be a good part of what a fill costs.
    private static void Take<T>(List<T> list, T item)
        where T : class
    {
        int index = list.Count - 1;
        while (index >= 0 && !ReferenceEquals(list[index], item))
        {
            index--;
        }

        if (index >= 0)
        {
            list.RemoveAt(index);
        }
    }
}
