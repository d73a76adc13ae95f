using System.Globalization;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Figures as answers carry them: as many digits as mean something, and nothing where there is none.</summary>
internal static class Figures
{
    /// <summary>Money, to the digits of the report.</summary>
    public static double Money(double value) => Rounding.Significant(value, 12);

    /// <summary>Ratio, percentage or probability; null where it is undefined.</summary>
    public static double? Ratio(double value) => double.IsFinite(value) ? Rounding.Significant(value, 9) : null;

    /// <summary>Money for a sentence.</summary>
    public static string Words(double value) => value.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
