using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Archive;

/// <summary>Fingerprint of the prices that a run saw, whatever file or source they came from.</summary>
public static class DataHash
{
    /// <summary>Lower-case hex SHA-256 over symbol, timeframe and columns of every series, in order.</summary>
    public static string Of(IEnumerable<BarSeries> series)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (BarSeries bars in series)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bars.Symbol}|{bars.Timeframe}|{bars.Count}\n")));
            hash.AppendData(MemoryMarshal.AsBytes(bars.Times));
            Append(hash, bars.Open);
            Append(hash, bars.High);
            Append(hash, bars.Low);
            Append(hash, bars.Close);
            Append(hash, bars.Spread);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<double> column) => hash.AppendData(MemoryMarshal.AsBytes(column));
}
