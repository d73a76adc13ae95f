using System.Globalization;

namespace OpenTrading.MetaTrader.Capabilities;

/// <summary>An account number as clients see it: the first two and the last two digits.</summary>
internal static class MaskedLogin
{
    private const int Shown = 2;

    public static string Of(long login)
    {
        string text = login.ToString(CultureInfo.InvariantCulture);
        return text.Length <= 2 * Shown ? new string('*', text.Length) : $"{text[..Shown]}{new string('*', text.Length - (2 * Shown))}{text[^Shown..]}";
    }
}
