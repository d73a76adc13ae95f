using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Strategies;

/// <summary>What a running session lets its strategies see and emit. Implemented by the host and by test benches.</summary>
public interface IStrategyMarket
{
    /// <summary>Open positions of the strategy's symbol, oldest first.</summary>
    IReadOnlyList<Position> Positions { get; }

    /// <summary>Working orders of the strategy's symbol, oldest first.</summary>
    IReadOnlyList<WorkingOrder> Orders { get; }

    /// <summary>Takes a signal.</summary>
    void Emit(Signal signal);

    /// <summary>Takes a management intent.</summary>
    void Emit(ManageIntent intent);

    /// <summary>Who wants to know what decisions rest on; asked once, before the first bar.</summary>
    /// <value>Default nobody.</value>
    IDecisionListener? Listener => null;
}
