using OpenTrading.Sdk.Expressions.Syntax;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Expressions;

/// <summary>
/// A condition or a number computed from bars, as a person writes it: <c>rsi(14) &lt; 30 and close &gt; ema(200)</c>, <c>(close - ema(20)) / atr(14)</c>.
/// It sees closed bars and looks back only.
/// </summary>
/// <remarks>
/// Prices: <c>open high low close volume spread median typical</c>; the bar's opening time in UTC: <c>hour</c> 0 to 23, <c>weekday</c> 1 (Monday) to 7.
/// Any indicator of the catalog: <c>rsi</c>, <c>rsi(14)</c>, <c>bb(20, deviations=2).upper</c>; one of numbers takes any expression first:
/// <c>ema(rsi(14), 9)</c>. <c>x[n]</c> is x as it was n bars ago. <c>+ - * /</c>; <c>&lt; &lt;= &gt; &gt;= == !=</c>, also chained;
/// <c>crosses above</c>, <c>crosses below</c>, <c>crosses</c>; <c>and or not</c>. Functions: <c>abs sign log exp sqrt sin cos min max highest lowest</c>.
/// What is not known yet, or not defined, makes a condition unknown unless the rest decides it.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class Expression
{
    /// <summary>Most characters of an expression.</summary>
    public const int MostCharacters = 1000;

    private Expression(string text, Node root) => (Text, Root) = (text, root);

    /// <summary>The expression as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether it is a condition; otherwise it is a number.</summary>
    public bool IsCondition => Root.IsTruth;

    /// <summary>Bars until it has a value.</summary>
    public int WarmupBars => Root.WarmupBars;

    /// <summary>What it compares, such as <c>rsi(14)</c> and <c>ema(200)</c>, in the order of the text; constants left out.</summary>
    public IReadOnlyList<string> Terms => [.. Root.Compared.Select(n => n.Text).Distinct()];

    internal Node Root { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">At most 1000 characters.</param>
    /// <param name="indicators">The indicators it may name.</param>
    /// <exception cref="ExpressionException">It is none.</exception>
    public static Expression Parse(string text, IIndicatorCatalog indicators) => new(text, new Parser(text, indicators).Parse());

    /// <summary>Reads an expression that must be a condition.</summary>
    /// <param name="text">At most 1000 characters.</param>
    /// <param name="indicators">The indicators it may name.</param>
    /// <exception cref="ExpressionException">It is none, or a number.</exception>
    public static Expression ParseCondition(string text, IIndicatorCatalog indicators)
    {
        Expression expression = Parse(text, indicators);
        return expression.IsCondition ? expression : throw new ExpressionException(1, $"this is a number; compare it with another, such as {Short(text)} > 0");
    }

    /// <summary>Reads an expression that must be a number.</summary>
    /// <param name="text">At most 1000 characters.</param>
    /// <param name="indicators">The indicators it may name.</param>
    /// <exception cref="ExpressionException">It is none, or a condition.</exception>
    public static Expression ParseNumber(string text, IIndicatorCatalog indicators)
    {
        Expression expression = Parse(text, indicators);
        return expression.IsCondition ? throw new ExpressionException(1, "this is a condition; write a number, such as rsi(14)") : expression;
    }

    /// <summary>Reads an indicator with its parameters, such as <c>ema(200)</c>, and nothing else.</summary>
    /// <param name="text">At most 1000 characters.</param>
    /// <param name="indicators">The indicators it may name.</param>
    /// <exception cref="ExpressionException">It is none.</exception>
    public static IndicatorSetup ParseIndicator(string text, IIndicatorCatalog indicators) => new Parser(text, indicators).Parse() is IndicatorNode { Setup: { } setup }
        ? setup
        : throw new ExpressionException(1, $"{Short(text)} is no indicator alone; write such as ema(200)");

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private static string Short(string text) => text.Length > 30 ? "this" : text.Trim();
}
