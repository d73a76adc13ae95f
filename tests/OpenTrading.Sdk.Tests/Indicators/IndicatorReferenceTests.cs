using OpenTrading.Sdk.Indicators;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Sdk.Tests.Indicators;

public class IndicatorReferenceTests
{
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Files => [.. ReferenceCase.Files];

    [ReferenceTheory("indicators")]
    [MemberData(nameof(Files))]
    public void Update_ReferenceQuotes_EqualsReference(string file)
    {
        ReferenceCase reference = ReferenceCase.Load(file);
        IIndicator indicator = reference.Create();

        double[][] actual = FinishedSeries.Of(indicator, QuoteFile.Read(reference.Quotes));

        Assert.Equal(reference.Expected.Keys.Order(), indicator.Outputs.Order());
        for (int output = 0; output < actual.Length; output++)
        {
            double[] expected = reference.Expected[indicator.Outputs[output]];
            Assert.Equal(expected.Length, actual[output].Length);
            for (int bar = 0; bar < expected.Length; bar++)
            {
                Assert.True(
                    AreClose(expected[bar], actual[output][bar]),
                    $"{indicator.Outputs[output]} at bar {bar}: expected {expected[bar]:R}, was {actual[output][bar]:R}");
            }
        }
    }

    private static bool AreClose(double expected, double actual) =>
        double.IsNaN(expected) || double.IsNaN(actual)
            ? double.IsNaN(expected) && double.IsNaN(actual)
            : Math.Abs(expected - actual) <= Tolerance * Math.Abs(expected) + 1e-12;
}
