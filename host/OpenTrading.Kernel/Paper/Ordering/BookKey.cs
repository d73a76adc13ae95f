using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Kernel.Orders;

namespace OpenTrading.Kernel.Paper.Ordering;

/// <summary>Idempotency keys that name the book and mark of an order, so that the journal alone tells whose a position is: <c>mt4.12345.KEY</c>.</summary>
internal static class BookKey
{
    private const int HashLength = 32;

    /// <summary>Key of an order.</summary>
    /// <param name="book">Its book.</param>
    /// <param name="magic">Its mark.</param>
    /// <param name="key">Key of the call.</param>
    /// <exception cref="ArgumentException">The book has another form.</exception>
    public static string Of(string book, int magic, string key)
    {
        if (book.Length is 0 or > 8 || !book.All(char.IsAsciiLetterOrDigit) || magic < 0)
        {
            throw new ArgumentException($"Book '{book}' must be 1 to 8 letters and digits, and its mark {magic} at least 0.", nameof(book));
        }

        string whole = string.Create(CultureInfo.InvariantCulture, $"{book}.{magic}.{key}");
        return whole.Length <= IdempotencyKey.MaxLength
            ? whole
            : string.Create(CultureInfo.InvariantCulture, $"{book}.{magic}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..HashLength]}");
    }

    /// <summary>Whether a key names a book.</summary>
    public static bool IsOf(string key, string book) => key.StartsWith($"{book}.", StringComparison.Ordinal);

    /// <summary>Mark in a key; 0 where there is none.</summary>
    public static int MagicOf(string key) =>
        key.Split('.') is [_, var magic, ..] && int.TryParse(magic, NumberStyles.None, CultureInfo.InvariantCulture, out int mark) ? mark : 0;
}
