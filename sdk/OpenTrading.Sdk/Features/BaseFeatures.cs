namespace OpenTrading.Sdk.Features;

/// <summary>The features of the set <c>base</c>. A change here is a new version of the set.</summary>
internal static class BaseFeatures
{
    private const string Return = "log(close / close[1])";
    private const string Circle = "6.283185307179586";

    public static IReadOnlyList<Feature> All { get; } =
    [
        new("ret_1", Return, "log return of the bar"),
        new("ret_5", "log(close / close[5])", "log return of five bars"),
        new("ret_20", "log(close / close[20])", "log return of twenty bars"),
        new("gap_atr", "(open - close[1]) / atr(14)", "opening gap"),
        new("body_atr", "(close - open) / atr(14)", "body of the bar"),
        new("range_atr", "(high - low) / atr(14)", "range of the bar"),
        new("close_in_range_atr", "(2 * close - high - low) / atr(14)", "close against the middle of the bar"),
        new("ema_20_atr", "(close - ema(20)) / atr(14)", "distance to the short trend"),
        new("ema_50_atr", "(close - ema(50)) / atr(14)", "distance to the middle trend"),
        new("ema_200_atr", "(close - ema(200)) / atr(14)", "distance to the long trend"),
        new("ema_20_slope_atr", "(ema(20) - ema(20)[5]) / atr(14)", "slope of the short trend"),
        new("ema_50_slope_atr", "(ema(50) - ema(50)[10]) / atr(14)", "slope of the middle trend"),
        new("high_20_atr", "(highest(high, 20) - close) / atr(14)", "distance to the high of twenty bars"),
        new("low_20_atr", "(close - lowest(low, 20)) / atr(14)", "distance to the low of twenty bars"),
        new("channel_50", "(close - lowest(low, 50)) / (highest(high, 50) - lowest(low, 50))", "place in the range of fifty bars, 0 to 1"),
        new("rsi_14", "rsi(14) / 100", "relative strength, 0 to 1"),
        new("rsi_14_change", "(rsi(14) - rsi(14)[5]) / 100", "its change in five bars"),
        new("stoch_k", "stoch(14).k / 100", "stochastic, 0 to 1"),
        new("macd_hist_atr", "macd(12, 26, 9).histogram / atr(14)", "momentum of the averages"),
        new("roc_10_atr", "(close - close[10]) / atr(14)", "change in ten bars"),
        new("adx_14", "adx(14).adx / 100", "strength of the trend, 0 to 1"),
        new("di_14", "(adx(14).pdi - adx(14).mdi) / 100", "direction of the trend, -1 to 1"),
        new("efficiency_20", "(close - close[20]) / (20 * sma(abs(close - close[1]), 20))", "straightness of the way, -1 to 1"),
        new("bb_20", "bb(20, 2).percentB", "place between the bands, 0 at the lower and 1 at the upper"),
        new("bb_width_atr", "(bb(20, 2).upper - bb(20, 2).lower) / atr(14)", "width of the bands"),
        new("atr_pct", "100 * atr(14) / close", "average range in percent of the price"),
        new("atr_ratio", "atr(14) / atr(100)", "average range against the long run"),
        new("vol_20", $"100 * stdev({Return}, 20)", "volatility of returns, percent a bar"),
        new("vol_ratio", $"stdev({Return}, 10) / stdev({Return}, 100)", "volatility against the long run"),
        new("volume_20", "volume / sma(volume, 20)", "volume against its average"),
        new("hour_sin", $"sin({Circle} * hour / 24)", "hour of the day, UTC"),
        new("hour_cos", $"cos({Circle} * hour / 24)", "hour of the day, UTC"),
        new("weekday_sin", $"sin({Circle} * weekday / 7)", "day of the week, UTC"),
        new("weekday_cos", $"cos({Circle} * weekday / 7)", "day of the week, UTC"),
    ];
}
