using System.Globalization;

namespace OpenTrading.Risk.Tests.Support;

/// <summary>Instants as text.</summary>
internal static class Time
{
    public static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
