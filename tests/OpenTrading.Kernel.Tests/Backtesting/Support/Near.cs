using System.Globalization;
using System.Text.Json;

namespace OpenTrading.Kernel.Tests.Backtesting.Support;

/// <summary>Comparison with golden numbers, relative 1e-9.</summary>
internal static class Near
{
    public static void Equal(double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected),
        string.Create(CultureInfo.InvariantCulture, $"expected {expected}, actual {actual}"));

    public static void Equal(JsonElement expected, string name, double actual) => Equal(expected.GetProperty(name).GetDouble(), actual);
}
