using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>Options that take a number within a range and say that range when the number is none or lies outside.</summary>
internal static class NumberOption
{
    /// <summary>A whole number.</summary>
    public static Option<long?> Whole(string name, string description, long min, long max) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) && value >= min && value <= max
                ? value
                : Refuse<long?>(result, name, text, string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"));
        },
    };

    /// <summary>An amount of money.</summary>
    public static Option<decimal?> Amount(string name, string description, decimal min, decimal max) => new(name)
    {
        Description = description,
        HelpName = "AMOUNT",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
                && value >= min && value <= max
                ? value
                : Refuse<decimal?>(result, name, text, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}, with a point for decimals"));
        },
    };

    private static T? Refuse<T>(ArgumentResult result, string name, string text, string wanted)
    {
        result.AddError($"{name} is '{text}'; write {wanted}.");
        return default;
    }
}
