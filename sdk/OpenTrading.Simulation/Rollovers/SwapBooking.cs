namespace OpenTrading.Simulation.Rollovers;

/// <summary>Swap added to one position at a rollover; it reaches the balance when the position closes.</summary>
/// <param name="Time">UTC instant of the rollover.</param>
/// <param name="InstrumentIndex">Instrument of the position.</param>
/// <param name="PositionId">Position.</param>
/// <param name="Nights">Nights counted, 1 or 3.</param>
/// <param name="Amount">Account currency; negative is paid.</param>
public readonly record struct SwapBooking(DateTime Time, int InstrumentIndex, long PositionId, int Nights, double Amount);
