namespace OpenTrading.Sdk.Market;

/// <summary>One closed price bar. Prices are bid, in price units, as the nearest double to the printed price.</summary>
/// <param name="Time">UTC instant at which the bar opened.</param>
/// <param name="Open">First bid.</param>
/// <param name="High">Highest bid.</param>
/// <param name="Low">Lowest bid.</param>
/// <param name="Close">Last bid.</param>
/// <param name="Volume">Volume as the source reports it (ticks, contracts or shares); 0 when it reports none.</param>
/// <param name="Spread">Ask minus bid at the close, in price units; <see cref="double.NaN"/> when the source records none.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct Bar(
    DateTime Time,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume = 0,
    double Spread = double.NaN)
{
    /// <summary>(High + Low) / 2.</summary>
    public double Median => (High + Low) / 2;

    /// <summary>(High + Low + Close) / 3.</summary>
    public double Typical => (High + Low + Close) / 3;

    /// <summary>Whether the prices are finite, positive and in order: low &lt;= open, close &lt;= high.</summary>
    public bool IsSound =>
        Low > 0 && double.IsFinite(High) && Low <= Open && Open <= High && Low <= Close && Close <= High;
}
