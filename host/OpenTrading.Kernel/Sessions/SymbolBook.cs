using OpenTrading.Sdk.Brokers;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Positions and working orders of one symbol, taken from the broker when somebody looks, at most once a bar.</summary>
internal sealed class SymbolBook(IBrokerView broker, string symbol) : IOpenBook
{
    private readonly IOpenBook? _open = broker as IOpenBook;
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

        (IReadOnlyList<Position> positions, IReadOnlyList<WorkingOrder> orders) = _open is null ? Snapshot() : (_open.Positions, _open.Orders);
        _positions = positions.Count == 0 || positions.All(p => p.Symbol == symbol) ? positions : [.. positions.Where(p => p.Symbol == symbol)];
        _orders = orders.Count == 0 || orders.All(o => o.Symbol == symbol) ? orders : [.. orders.Where(o => o.Symbol == symbol)];
        _fresh = true;
    }

    private (IReadOnlyList<Position> Positions, IReadOnlyList<WorkingOrder> Orders) Snapshot()
    {
        BrokerSnapshot snapshot = broker.Snapshot();
        return (snapshot.Positions, snapshot.Orders);
    }
}
