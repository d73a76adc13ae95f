using System.Globalization;
using System.Runtime.CompilerServices;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Refuses constructor arguments outside the range their parameter declares.</summary>
internal static class Arguments
{
    /// <summary>Longest period of any window.</summary>
    public const int MaxPeriod = 5000;

    public static int InRange(int value, int min, int max, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= min && value <= max ? value : throw OutOfRange(name, value, min, max);

    public static double InRange(double value, double min, double max, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= min && value <= max ? value : throw OutOfRange(name, value, min, max);

    /// <summary>Refuses a fast period that is not below the slow one: the two would be one average, or change places.</summary>
    public static void Ordered(
        int fast,
        int slow,
        [CallerArgumentExpression(nameof(fast))] string fastName = "",
        [CallerArgumentExpression(nameof(slow))] string slowName = "")
    {
        InRange(fast, 1, MaxPeriod - 1, fastName);
        InRange(slow, 2, MaxPeriod, slowName);
        if (fast >= slow)
        {
            throw new ArgumentOutOfRangeException(slowName, slow, $"{slowName} is {slow}; it must be above {fastName}, {fast}.");
        }
    }

    public static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string name = "")
        where TEnum : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}.");

    private static ArgumentOutOfRangeException OutOfRange(string name, double value, double min, double max) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {min} to {max}."));
}
