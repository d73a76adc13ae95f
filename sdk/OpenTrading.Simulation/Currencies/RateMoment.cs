namespace OpenTrading.Simulation.Currencies;

/// <summary>Which price of the conversion instrument is known at a step of a bar.</summary>
internal enum RateMoment
{
    /// <summary>The last close before the bar, for swap.</summary>
    Before,
    /// <summary>The open of the bar of the same time, else the last close before; for everything inside the bar.</summary>
    Open,
    /// <summary>The close of the bar of the same time, else the last close before; for the mark.</summary>
    Close,
}
