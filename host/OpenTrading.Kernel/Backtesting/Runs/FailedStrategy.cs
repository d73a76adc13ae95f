namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>A strategy that was taken out of a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Bar">UTC opening time of the bar on which it failed.</param>
/// <param name="Why">What it did.</param>
public readonly record struct FailedStrategy(string Id, DateTime Bar, string Why);
