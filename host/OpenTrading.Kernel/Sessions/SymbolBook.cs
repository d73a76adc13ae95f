using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Positions and working orders of one symbol, taken from the broker when somebody looks, at most once a bar.</summary>
internal sealed class SymbolBook(IBrokerView broker, string symbol)
{
    private bool _fresh;
    private IReadOnlyList<Position> _positions = [];
    private IReadOnlyList<WorkingOrder> _orders = [];

    public IReadOnlyList<Position> Positions
    {
        get
        {
            Look();
            return _positions;
        }
    }

    public IReadOnlyList<WorkingOrder> Orders
    {
        get
        {
            Look();
            return _orders;
        }
    }

    public void Forget() => _fresh = false;

    private void Look()
    {
        if (_fresh)
        {
            return;
        }

        BrokerSnapshot snapshot = broker.Snapshot();
        _positions = snapshot.Positions.Any(p => p.Symbol != symbol) ? [.. snapshot.Positions.Where(p => p.Symbol == symbol)] : snapshot.Positions;
        _orders = snapshot.Orders.Any(o => o.Symbol != symbol) ? [.. snapshot.Orders.Where(o => o.Symbol == symbol)] : snapshot.Orders;
        _fresh = true;
    }
}
