using System.Buffers;

namespace OpenTrading.Kernel.Orders;

/// <summary>The form of a key under which a repeated proposal is the same proposal: <c>[A-Za-z0-9._:-]{1,64}</c>.</summary>
public static class IdempotencyKey
{
    /// <summary>Longest key, characters.</summary>
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    /// <summary>Whether a key has the form.</summary>
    public static bool IsValid(string key) =>
        key.Length is > 0 and <= MaxLength && !key.AsSpan().ContainsAnyExcept(Characters);

    /// <summary>Text from outside, such as a broker's symbol, as part of a key: what a key cannot hold becomes a dash.</summary>
    public static string Part(string text) =>
        string.Create(text.Length, text, static (part, source) =>
        {
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = Characters.Contains(source[i]) ? source[i] : '-';
            }
        });
}
