namespace OpenTrading.Sdk.Indicators;

/// <summary>The formulas of <see cref="PivotPoints"/>.</summary>
internal static class PivotLevels
{
    /// <param name="formula">One of the formulas.</param>
    /// <param name="open">Open of the window; for Woodie the open of the window after it.</param>
    /// <param name="high">High of the window.</param>
    /// <param name="low">Low of the window.</param>
    /// <param name="close">Close of the window.</param>
    public static PivotPointsValue Of(PivotFormula formula, double open, double high, double low, double close) => formula switch
    {
        PivotFormula.Standard => Mirrored((high + low + close) / 3, high, low),
        PivotFormula.Woodie => Mirrored((high + low + (2 * open)) / 4, high, low),
        PivotFormula.Fibonacci => Spread((high + low + close) / 3, high - low, 0.382, 0.618, 1, double.NaN),
        PivotFormula.Camarilla => Spread(close, high - low, 1.1 / 12, 1.1 / 6, 1.1 / 4, 1.1 / 2),
        _ => Demark(open, high, low, close),
    };

    private static PivotPointsValue Mirrored(double point, double high, double low) => new(
        point,
        S1: (2 * point) - high,
        S2: point - (high - low),
        S3: low - (2 * (high - point)),
        R1: (2 * point) - low,
        R2: point + (high - low),
        R3: high + (2 * (point - low)));

    private static PivotPointsValue Spread(double point, double range, double first, double second, double third, double fourth) => new(
        point,
        S1: point - (first * range),
        S2: point - (second * range),
        S3: point - (third * range),
        S4: point - (fourth * range),
        R1: point + (first * range),
        R2: point + (second * range),
        R3: point + (third * range),
        R4: point + (fourth * range));

    private static PivotPointsValue Demark(double open, double high, double low, double close)
    {
        double sum = high + low + close + (close < open ? low : close > open ? high : close);
        return new PivotPointsValue(sum / 4, S1: (sum / 2) - high, R1: (sum / 2) - low);
    }
}
