using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Features;

/// <summary>The features of a set at every bar of a series.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed class FeatureTable
{
    private readonly double[][] _columns;

    internal FeatureTable(FeatureSet set, BarSeries bars, double[][] columns) => (Set, Bars, _columns) = (set, bars, columns);

    /// <summary>Which features.</summary>
    public FeatureSet Set { get; }

    /// <summary>Bars they were computed from; row i belongs to bar i and was known at its close.</summary>
    public BarSeries Bars { get; }

    /// <summary>A feature at every bar; NaN where it is not known or not defined.</summary>
    /// <param name="feature">Which, by its place in the set.</param>
    public ReadOnlySpan<double> this[int feature] => _columns[feature];

    /// <summary>
    /// SHA-256 of rows, hexadecimal: set, version, names and formulas, and of each row its opening time and values to nine decimals. Equal rows have
    /// equal hashes.
    /// </summary>
    /// <param name="first">First row, 0 = oldest.</param>
    /// <param name="end">Row after the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public string Hash(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Bars.Count);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{Set.Name}\n{Set.Version}\n{string.Join('\n', Set.Features.Select(f => $"{f.Name}={f.Formula}"))}\n"));
        byte[] row = new byte[8 * (1 + _columns.Length)];
        for (int i = first; i < end; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(row, Bars.Times[i]);
            for (int column = 0; column < _columns.Length; column++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(row.AsSpan(8 * (1 + column)), Rounded(_columns[column][i]));
            }

            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Logarithms and sines differ in their last digits from machine to machine, and there are many bit patterns of NaN.
    private static double Rounded(double value) => double.IsNaN(value) ? double.NaN : Math.Round(value, 9) + 0.0;
}
