using System.Buffers.Text;
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
    private const int HashedAtOnce = 1 << 14;

    // Room for the widest number, time, lots and price with what stands between them.
    private const int MostBesideSymbol = 160;

    // Length of 2024-01-31T22:15:00.000
    private const int ToMilliseconds = 23;

    private static readonly string[] PriceFormats = [.. Enumerable.Range(0, 29).Select(digits => string.Create(CultureInfo.InvariantCulture, $"F{digits}"))];

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _text = new byte[HashedAtOnce];
    private int _length;

    /// <summary>Fills taken so far; the next line's number is one more.</summary>
    public long Count { get; private set; }

    /// <summary>The line of one fill, without line feed.</summary>
    public static string Line(long sequence, in SimulatedFill fill)
    {
        byte[] text = new byte[MostOf(fill)];
        return Encoding.UTF8.GetString(text, 0, Write(text, sequence, fill));
    }

    /// <summary>Adds the next fill.</summary>
    public void Add(in SimulatedFill fill)
    {
        Count++;
        int most = MostOf(fill);
        if (_text.Length - _length < most)
        {
            HashText();
            _text = _text.Length < most ? new byte[most] : _text;
        }

        _length += Write(_text.AsSpan(_length), Count, fill);
        _text[_length++] = (byte)'\n';
    }

    /// <summary>Lower-case hexadecimal hash of the fills so far; more may follow.</summary>
    public string Current()
    {
        HashText();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <summary>Frees the hash.</summary>
    public void Dispose() => _hash.Dispose();

    private static int MostOf(in SimulatedFill fill) => MostBesideSymbol + Encoding.UTF8.GetMaxByteCount(fill.Instrument.Symbol.Length);

    private static int Write(Span<byte> text, long sequence, in SimulatedFill fill)
    {
        Utf8Formatter.TryFormat(sequence, text, out int at);
        text[at++] = (byte)';';

        // The round trip form is written several times faster than a form of one's own; of its seven decimals the first three are kept.
        fill.Time.TryFormat(text[at..], out _, "O", CultureInfo.InvariantCulture);
        at += ToMilliseconds;
        text[at++] = (byte)'Z';
        text[at++] = (byte)';';
        at += Encoding.UTF8.GetBytes(fill.Instrument.Symbol, text[at..]);
        text[at++] = (byte)';';
        text[at++] = fill.Side == OrderSide.Buy ? (byte)'B' : (byte)'S';
        text[at++] = (byte)';';
        fill.Lots.TryFormat(text[at..], out int lots, "F8", CultureInfo.InvariantCulture);
        at += lots;
        text[at++] = (byte)';';
        fill.Price.TryFormat(text[at..], out int price, PriceFormats[fill.Instrument.Digits], CultureInfo.InvariantCulture);
        return at + price;
    }

    private void HashText()
    {
        _hash.AppendData(_text, 0, _length);
        _length = 0;
    }
}
