using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Simulation.Fills;

/// <summary>Fingerprint of a fill list: SHA-256 over one line a fill. It covers no money, so it separates fill errors from cost errors.</summary>
/// <remarks>Line: <c>seq;time;symbol;side;lots;price</c> and a line feed; lots with 8 decimals, price with the instrument's digits.</remarks>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class OrderListHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Fills taken so far; the next line's number is one more.</summary>
    public long Count { get; private set; }

    /// <summary>The line of one fill, without line feed.</summary>
    public static string Line(long sequence, in SimulatedFill fill)
    {
        char side = fill.Side == OrderSide.Buy ? 'B' : 'S';
        string price = fill.Price.ToString($"F{fill.Instrument.Digits}", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{sequence};{fill.Time:yyyy-MM-ddTHH:mm:ss.fff}Z;{fill.Instrument.Symbol};{side};{fill.Lots:F8};{price}");
    }

    /// <summary>Adds the next fill.</summary>
    public void Add(in SimulatedFill fill)
    {
        Count++;
        _hash.AppendData(Encoding.UTF8.GetBytes(Line(Count, fill) + "\n"));
    }

    /// <summary>Lower-case hexadecimal hash of the fills so far; more may follow.</summary>
    public string Current() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Frees the hash.</summary>
    public void Dispose() => _hash.Dispose();
}
