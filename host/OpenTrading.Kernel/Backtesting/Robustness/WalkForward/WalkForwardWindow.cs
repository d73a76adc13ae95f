namespace OpenTrading.Kernel.Backtesting.Robustness.WalkForward;

/// <summary>One step of a walk-forward: choose on the one range, trade the other.</summary>
/// <param name="Index">Number of the window, from 0.</param>
/// <param name="InSample">Bars on which the candidates are compared.</param>
/// <param name="OutOfSample">Bars right after them, on which the chosen one trades.</param>
public readonly record struct WalkForwardWindow(int Index, IndexRange InSample, IndexRange OutOfSample);
