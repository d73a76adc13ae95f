using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Strategies.Classic;

/// <summary>
/// Expects a market without trend to return to its mean: buys the first close back inside the lower Bollinger band, sells the first back inside the upper
/// one, and is out at the middle. Only while the ADX is low, and only where the way to the middle is worth the stop.
/// </summary>
[Strategy("bollinger-reversion", Description = "Fades moves beyond the Bollinger bands in markets without trend, back to the middle band.",
    Timeframes = [Timeframe.M15, Timeframe.M30, Timeframe.H1, Timeframe.H4],
    EntryRules =
    [
        "buy: the close comes back above the lower band, the ADX is below adxMax, and the middle band is at least reward times the stop away",
        "sell: the close comes back below the upper band, the ADX is below adxMax, and the middle band is at least reward times the stop away",
    ],
    ExitRules = ["target at the middle band of the entry bar", "stop at stopAtr average ranges from the close", "out after maxBars bars"])]
public sealed class BollingerReversion(
    [Parameter(5, 200, Description = "bars of the bands")] int period = 20,
    [Parameter(0.5, 5, Step = 0.1, Description = "deviations from the middle to a band")] double deviations = 2,
    [Parameter(5, 60, Description = "ADX above which there is a trend")] double adxMax = 25,
    [Parameter(0.2, 10, Step = 0.1, Description = "stop distance in ATRs")] double stopAtr = 1.5,
    [Parameter(0.1, 5, Step = 0.1, Description = "least way to the middle, in stop distances")] double reward = 1,
    [Parameter(1, 500, Description = "bars after which a trade is closed")] int maxBars = 30) : Strategy
{
    private readonly BollingerBands _bands = new(period, deviations);
    private readonly Adx _adx = new(14);
    private readonly Atr _atr = new(14);
    private double _lastClose = double.NaN;
    private BollingerBandsValue _last = BollingerBandsValue.None;

    public override int WarmupBars => Math.Max(period + 1, 14 * 4);

    public override void OnBar(StrategyContext context)
    {
        double close = context.Bar.Close;
        (double before, BollingerBandsValue past) = (_lastClose, _last);
        BollingerBandsValue bands = _last = _bands.Update(close);
        _lastClose = close;
        double adx = _adx.Update(context.Bar).Adx;
        double range = _atr.Update(context.Bar).Atr;
        if (double.IsNaN(past.LowerBand) || double.IsNaN(adx) || !(range > 0))
        {
            return;
        }

        if (context.Position is { } position)
        {
            if (context.Bar.Time - position.OpenedAt >= maxBars * context.Timeframe.Length())
            {
                context.Exit($"{maxBars} bars without the middle band");
            }

            return;
        }

        double least = reward * stopAtr * range;
        context.Input("ATR", range);
        context.Input("middle band", bands.Sma);
        bool isQuiet = context.Rule("ADX below its limit: no trend", adx < adxMax, adx, adxMax);
        if (context.Rule("buy: the close before was below the lower band", before < past.LowerBand, before, past.LowerBand)
            & context.Rule("buy: the close is back above the lower band", close > bands.LowerBand, close, bands.LowerBand)
            & context.Rule("buy: the way to the middle is worth the stop", bands.Sma - close >= least, bands.Sma - close, least)
            & isQuiet)
        {
            context.Buy("close back inside the lower band, no trend", Confidence(adx), Level.At(close - (stopAtr * range)), Level.At(bands.Sma));
        }
        else if (context.Rule("sell: the close before was above the upper band", before > past.UpperBand, before, past.UpperBand)
            & context.Rule("sell: the close is back below the upper band", close < bands.UpperBand, close, bands.UpperBand)
            & context.Rule("sell: the way to the middle is worth the stop", close - bands.Sma >= least, close - bands.Sma, least)
            & isQuiet)
        {
            context.Sell("close back inside the upper band, no trend", Confidence(adx), Level.At(close + (stopAtr * range)), Level.At(bands.Sma));
        }
    }

    // Half sure at the limit of the ADX, surer the less trend there is.
    private double Confidence(double adx) => Math.Min(0.8, 0.5 + (0.3 * (adxMax - adx) / adxMax));
}
