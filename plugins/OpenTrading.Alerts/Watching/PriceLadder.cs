using OpenTrading.Alerts.Book;

namespace OpenTrading.Alerts.Watching;

/// <summary>
/// Price alerts of one market in the order of their prices. A move meets those between the price before and the price after it, and no other: what
/// a tick costs does not depend on how many wait.
/// </summary>
/// <threadsafety>Not safe: who holds it sees to that.</threadsafety>
internal sealed class PriceLadder
{
    private readonly List<double> _prices = [];
    private readonly List<(string AlertId, AlertCondition Condition, double Seen)> _alerts = [];

    /// <summary>The latest bid; NaN before the first.</summary>
    public double Last { get; private set; } = double.NaN;

    /// <summary>How many wait.</summary>
    public int Count => _prices.Count;

    /// <summary>Adds an alert.</summary>
    public void Add(Alert alert)
    {
        double price = (double)alert.Price!.Value;
        int at = First(price);
        _prices.Insert(at, price);
        _alerts.Insert(at, (alert.AlertId, alert.Condition, (double)alert.SeenPrice));
    }

    /// <summary>Takes an alert away.</summary>
    public void Remove(Alert alert)
    {
        double price = (double)alert.Price!.Value;
        for (int at = First(price); at < _prices.Count && _prices[at] == price; at++)
        {
            if (_alerts[at].AlertId == alert.AlertId)
            {
                _prices.RemoveAt(at);
                _alerts.RemoveAt(at);
                return;
            }
        }
    }

    /// <summary>Moves the bid and hands out the alerts that it meets.</summary>
    /// <param name="price">The new bid.</param>
    /// <param name="met">Receives their ids.</param>
    public void Move(double price, List<string> met)
    {
        double last = Last;
        Last = price;
        if (double.IsNaN(last))
        {
            // Nothing was seen since the start, or since the first alert came: each goes by the price that it was left at.
            for (int at = 0; at < _prices.Count; at++)
            {
                double seen = _alerts[at].Seen;
                if (seen < _prices[at] && _prices[at] <= price)
                {
                    Meet(at, AlertCondition.Above, met);
                }
                else if (price <= _prices[at] && _prices[at] < seen)
                {
                    Meet(at, AlertCondition.Below, met);
                }
            }
        }
        else if (price > last)
        {
            // Those above the last price, up to this one and with it.
            for (int at = After(last); at < _prices.Count && _prices[at] <= price; at++)
            {
                Meet(at, AlertCondition.Above, met);
            }
        }
        else if (price < last)
        {
            for (int at = First(last) - 1; at >= 0 && _prices[at] >= price; at--)
            {
                Meet(at, AlertCondition.Below, met);
            }
        }
    }

    private void Meet(int at, AlertCondition condition, List<string> met)
    {
        if (_alerts[at].Condition == condition || _alerts[at].Condition == AlertCondition.Crosses)
        {
            met.Add(_alerts[at].AlertId);
        }
    }

    // Of those that are not below a price; of those that are above it.
    private int First(double price)
    {
        (int low, int high) = (0, _prices.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _prices[middle] < price ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int After(double price)
    {
        (int low, int high) = (0, _prices.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _prices[middle] <= price ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
