using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Sessions;

/// <summary>What is open, without the account around it: a look at it costs nothing while there is nothing.</summary>
internal interface IOpenBook
{
    /// <summary>Open positions, oldest first.</summary>
    IReadOnlyList<Position> Positions { get; }

    /// <summary>Working orders, oldest first.</summary>
    IReadOnlyList<WorkingOrder> Orders { get; }
}
