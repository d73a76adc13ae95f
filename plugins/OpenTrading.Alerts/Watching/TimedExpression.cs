using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Watching;

/// <summary>A condition and the bars it is about: <c>H4: rsi(14) &lt; 30 and close &gt; ema(200)</c>. Without a timeframe the bars are of one hour.</summary>
/// <param name="Timeframe">Bar length.</param>
/// <param name="Condition">The condition.</param>
internal sealed record TimedExpression(Timeframe Timeframe, Expression Condition)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TimedExpression Parse(string text, IIndicatorCatalog indicators)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new TimedExpression(Timeframe.H1, Expression.ParseCondition(text, indicators));
        }

        return Timeframes.TryParse(text[..colon], out Timeframe timeframe)
            ? new TimedExpression(timeframe, Expression.ParseCondition(text[(colon + 1)..].Trim(), indicators))
            : throw new FormatException($"'{text[..Math.Min(colon, 20)].Trim()}' before the colon is no timeframe; write such as H4: rsi(14) < 30");
    }
}
