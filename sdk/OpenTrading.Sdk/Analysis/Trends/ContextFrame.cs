using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Analysis.Trends;

/// <summary>What one timeframe says of the trend.</summary>
/// <param name="Timeframe">Bar length.</param>
/// <param name="Trend">
/// Up where close, ema(50) and ema(200) stand in falling order, down where in rising order, else none. Where ema(200) is not known yet, the change of
/// ema(50) over ten bars takes its place.
/// </param>
/// <param name="Strength">Wilder's average directional index of 14 bars, 0 to 100; from 25 on a trend is usually called one.</param>
/// <param name="Ema50">Exponential average of 50 closes.</param>
/// <param name="Ema200">Exponential average of 200 closes; null where there are fewer.</param>
/// <param name="RangePositionPct">Where the close stands in the range of the latest 100 bars: 0 at its low, 100 at its high.</param>
/// <param name="SwingHigh">Latest swing high with three bars on either side; null where there is none.</param>
/// <param name="SwingLow">Latest swing low; null where there is none.</param>
/// <param name="AtrPoints">Average true range of 14 bars.</param>
/// <param name="AsOf">UTC time of the newest close.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record ContextFrame(
    Timeframe Timeframe,
    Direction Trend,
    double Strength,
    decimal Ema50,
    decimal? Ema200,
    double RangePositionPct,
    decimal? SwingHigh,
    decimal? SwingLow,
    double AtrPoints,
    DateTime AsOf);
