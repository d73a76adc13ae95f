using FsCheck;
using FsCheck.Fluent;
using OpenTrading.Sdk.Expressions;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Tests.Expressions;

/// <summary>What is no expression is refused with its place, whatever it is.</summary>
public sealed class ExpressionErrorTests
{
    [Theory]
    [InlineData("", "at 1: the expression is empty; write such as rsi(14) < 30")]
    [InlineData("rsj(14) < 30", "at 1: 'rsj' is no price, function or indicator; did you mean rsi?")]
    [InlineData("close > emma(200)", "at 9: 'emma' is no price, function or indicator; did you mean ema?")]
    [InlineData("rsi(14) <", "at 10: the end stands where a price, an indicator or a number should be")]
    [InlineData("rsi(14 < 30", "at 8: '<' stands where ',' should be")]
    [InlineData("(close > 1", "at 11: the end stands where ')' should be")]
    [InlineData("close > 1)", "at 10: ')' stands where 'and', 'or', a comparison or the end should be")]
    [InlineData("close close", "at 7: 'close' stands where 'and', 'or', a comparison or the end should be")]
    [InlineData("rsi(0) < 30", "at 1: rsi: period is '0'; it must be a whole number, 1 to 5000")]
    [InlineData("1 < rsi(14, 3)", "at 13: rsi takes 1 parameter(s): period")]
    [InlineData("rsi(periods=14) < 3", "at 1: rsi has no parameter 'periods'; did you mean period?")]
    [InlineData("bb(20, period=3).upper > 1", "at 8: bb: period is given twice")]
    [InlineData("bb(20).uper > 1", "at 8: 'uper' is no output; there are upper, middle, lower, width, percentB")]
    [InlineData("atr(close, 14) > 1", "at 5: atr is computed from bars; give it its parameters period")]
    [InlineData("macd(30, 10).signal > 0", "at 1: macd: slowPeriod is 10; it must be above fastPeriod, 30")]
    [InlineData("rsi(14) and close > 1", "at 1: 'and' joins conditions, and rsi(14) is a number; compare it, such as rsi(14) > 0")]
    [InlineData("not close", "at 5: 'not' joins conditions, and close is a number; compare it, such as close > 0")]
    [InlineData("(close > 1) + 1 > 2", "at 2: '+' takes numbers, and (close > 1) is a condition; set parentheses, or join conditions with 'and'")]
    [InlineData("close[1001] > 1", "at 7: '1001' stands where a number of bars should be, 0 to 1000")]
    [InlineData("close[-1] > 1", "at 7: '-' stands where a number of bars should be, 0 to 1000")]
    [InlineData("highest(high, 0) > 1", "at 15: '0' stands where a number of bars should be, 1 to 5000")]
    [InlineData("abs(close, 1) > 1", "at 10: ',' stands where ')' should be")]
    [InlineData("close > 1e999", "at 9: '1e999' is too large a number")]
    [InlineData("close > 1; drop", "at 10: ';' belongs to no expression")]
    [InlineData("close > 'a", "at 9: ' opens a text that is not closed")]
    [InlineData("close > €", "at 9: '€' belongs to no expression")]
    [InlineData("close\u0000 > 1", "at 6: '?' belongs to no expression")]
    [InlineData("correlation(20) > 0.5", "at 1: correlation compares two symbols, and an expression has one; compute_indicator takes the second as parameter reference")]
    [InlineData("close", "at 1: this is a number; compare it with another, such as close > 0")]
    public void ParseCondition_Wrong_SaysWhereAndWhat(string text, string message)
    {
        ExpressionException refused = Assert.Throws<ExpressionException>(() => Expression.ParseCondition(text, IndicatorCatalog.BuiltIn));

        Assert.Equal(message, refused.Message);
        Assert.StartsWith($"at {refused.Position}:", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParseNumber_Condition_IsRefused() => Assert.Equal(
        "at 1: this is a condition; write a number, such as rsi(14)",
        Assert.Throws<ExpressionException>(() => Expression.ParseNumber("close > 1", IndicatorCatalog.BuiltIn)).Message);

    [Theory]
    [InlineData("close")]
    [InlineData("ema(rsi, 9)")]
    [InlineData("ema(20) + 1")]
    public void ParseIndicator_AnythingElse_IsRefused(string text)
    {
        Assert.Contains("is no indicator alone", Assert.Throws<ExpressionException>(() => Expression.ParseIndicator(text, IndicatorCatalog.BuiltIn)).Message, StringComparison.Ordinal);
        Assert.Equal("ema(20)", Expression.ParseIndicator("ema( 20 )", IndicatorCatalog.BuiltIn).ToString());
    }

    [Fact]
    public void Parse_TooLong_IsRefused()
    {
        string longest = "1 < " + new string('2', Expression.MostCharacters - 4);

        Assert.Equal("at 1001: the expression has 1001 characters; 1000 are the most", Refused(longest + "2"));
        Assert.StartsWith("at 5: ", Refused(longest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", 500)]
    [InlineData("not ", 240)]
    [InlineData("- ", 400)]
    [InlineData("abs(", 240)]
    [InlineData("ema(", 240)]
    public void Parse_TooDeep_IsRefused(string opening, int times) =>
        Assert.Contains("the expression is nested deeper than 40", Refused(string.Concat(Enumerable.Repeat(opening, times)) + "close"), StringComparison.Ordinal);

    [Fact]
    public void Parse_TooManyParts_IsRefused() =>
        Assert.Contains("the expression has more than 300 parts", Refused("1" + string.Concat(Enumerable.Repeat("+1", 400))), StringComparison.Ordinal);

    [Fact]
    public void Parse_AnyText_IsAnExpressionOrRefusedAsNone()
    {
        string[] words =
        [
            "rsi", "bb", "ema", "macd", "pivot_points", "close", "hour", "(", ")", "[", "]", ",", ".", "upper", "14", "0.5", "-", "+", "*", "/", "<", ">=", "==", "=", "!", "!=",
            "and", "or", "not", "crosses", "above", "below", "highest", "abs", "max", "'x'", " ", "€", "\"", "period", "1e5", "&&",
        ];
        Gen<string> texts = Gen.ListOf(Gen.Elements(words)).Select(w => string.Join(' ', w));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(7, 11), Prop.ForAll(texts.ToArbitrary(), IsReadOrRefused));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(3, 5), Prop.ForAll<string>(text => IsReadOrRefused(text ?? "")));
    }

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            return Expression.Parse(text, IndicatorCatalog.BuiltIn).WarmupBars >= 1;
        }
        catch (ExpressionException e)
        {
            return e.Position >= 1 && e.Position <= text.Length + 1;
        }
    }

    private static string Refused(string text) => Assert.Throws<ExpressionException>(() => Expression.Parse(text, IndicatorCatalog.BuiltIn)).Message;
}
