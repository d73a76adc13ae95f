using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>Positions and orders of one instrument, as a signal is carried out on them. Positions are counted from 0, oldest first, and stay in place meanwhile.</summary>
internal interface ISignalBook
{
    /// <summary>Whether positions add up.</summary>
    AccountMode Mode { get; }

    /// <summary>Open positions.</summary>
    int Count { get; }

    /// <summary>Direction of a position.</summary>
    OrderSide SideOf(int position);

    /// <summary>Finds the size of the entry.</summary>
    /// <returns>False when there is none; the book keeps the reason.</returns>
    bool Size(OrderSide side);

    /// <summary>Orders the close of a position.</summary>
    void Close(int position);

    /// <summary>Orders the deletion of all pending orders.</summary>
    void CancelPendings();

    /// <summary>Orders the entry of the size found; with <paramref name="turning"/>, enlarged by the volume of that position.</summary>
    void Enter(OrderSide side, int? turning);
}
