using System.Globalization;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Sdk.Tests.Risk;

public class RuleResultTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("100", "100")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("0.0000000000005", "0.000000000001")]
    [InlineData("-2.9999999999996", "-3")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-7922816251426433.7593543950335", "-7922816251426433.759354395034")]
    public void AtMost_Value_WrittenWithAtMostTwelveDecimals(string value, string expected) =>
        Assert.Equal(expected, RuleResult.AtMost(decimal.Parse(value, CultureInfo.InvariantCulture), 1, "").Value);

    [Fact]
    public void AtMost_RandomValues_WrittenAsTheFormatStringWould()
    {
        var random = new Random(20260101);
        for (int i = 0; i < 20_000; i++)
        {
            decimal value = new(random.Next(), random.Next(), i % 2 == 0 ? 0 : random.Next(), i % 3 == 0, (byte)(i % 29));

            Assert.Equal(value.ToString("0.############", CultureInfo.InvariantCulture), RuleResult.AtMost(value, 1, "").Value);
        }
    }

    [Theory]
    [InlineData("3.0000001", "3.001", RuleOutcome.Reject)]
    [InlineData("2.9991", "3", RuleOutcome.Pass)]
    [InlineData("7.735387852347", "7.736", RuleOutcome.Reject)]
    [InlineData("-0.0004", "0", RuleOutcome.Pass)]
    public void AtMost_FewerDecimals_RoundsTowardsRejection(string value, string shown, RuleOutcome outcome)
    {
        RuleResult result = RuleResult.AtMost(decimal.Parse(value, CultureInfo.InvariantCulture), 3, "bps", decimals: 3);

        Assert.Equal((shown, "3", outcome), (result.Value, result.Limit, result.Outcome));
    }

    [Theory]
    [InlineData("0.69999999", "0.6999", RuleOutcome.Reject)]
    [InlineData("0.70009", "0.7", RuleOutcome.Pass)]
    public void AtLeast_FewerDecimals_RoundsTowardsRejection(string value, string shown, RuleOutcome outcome)
    {
        RuleResult result = RuleResult.AtLeast(decimal.Parse(value, CultureInfo.InvariantCulture), 0.7m, "", decimals: 4);

        Assert.Equal((shown, "0.7", outcome), (result.Value, result.Limit, result.Outcome));
    }
}
