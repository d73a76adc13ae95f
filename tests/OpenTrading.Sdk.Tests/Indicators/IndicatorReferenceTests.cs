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

        foreach ((string name, double[] expected) in reference.Expected)
        {
            double[] series = actual[indicator.Outputs.ToList().IndexOf(name)];
            Assert.Equal(expected.Length, series.Length);
            for (int bar = 0; bar < expected.Length; bar++)
            {
                Assert.True(
                    AreClose(expected[bar], series[bar]), $"{name} at bar {bar}: expected {expected[bar]:R}, was {series[bar]:R}");
            }
        }
    }

    private static bool AreClose(double expected, double actual) =>
        double.IsNaN(expected) || double.IsNaN(actual)
            ? double.IsNaN(expected) && double.IsNaN(actual)
            : Math.Abs(expected - actual) <= Tolerance * Math.Abs(expected) + 1e-12;
}
