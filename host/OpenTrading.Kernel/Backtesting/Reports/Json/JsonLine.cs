using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenTrading.Kernel.Backtesting.Reports.Json;

/// <summary>
/// Writes objects of one line each, in the very text that <see cref="Utf8JsonWriter"/> gives them. Names are the program's own, so that nothing in them
/// is looked at twice, and the few texts of a long list are escaped once.
/// </summary>
/// <threadsafety>One thread at a time.</threadsafety>
internal sealed class JsonLine
{
    // Texts that differ from row to row are not worth keeping.
    private const int MostKnown = 64;

    // The widest number, or a time.
    private const int MostOfValue = 64;

    private readonly Dictionary<string, byte[]> _known = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _escaped = new();
    private byte[] _text = new byte[1 << 12];
    private int _length;
    private bool _isFirst;

    /// <summary>What was written since it was cleared.</summary>
    public ReadOnlySpan<byte> Written => _text.AsSpan(0, _length);

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _length = 0;

    /// <summary>Begins an object.</summary>
    /// <param name="before">What stands before it.</param>
    public void Begin(ReadOnlySpan<byte> before)
    {
        Append(before);
        Append("{"u8);
        _isFirst = true;
    }

    /// <summary>Ends it.</summary>
    public void End() => Append("}"u8);

    /// <summary>A text.</summary>
    public void Text(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Append(Escaped(value));
    }

    /// <summary>A whole number.</summary>
    public void Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _text.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>A decimal, with the decimals it has.</summary>
    public void Number(ReadOnlySpan<byte> name, decimal value)
    {
        Name(name);
        Utf8Formatter.TryFormat(value, _text.AsSpan(_length), out int written);
        _length += written;
    }

    /// <summary>A price of whole points, in the very text of <c>points * 10^-digits</c> as a decimal.</summary>
    public void Price(ReadOnlySpan<byte> name, long points, int digits)
    {
        Name(name);
        if (points < 0)
        {
            _text[_length++] = (byte)'-';
        }

        Span<byte> text = _text.AsSpan(_length);
        Utf8Formatter.TryFormat(Math.Abs(points), text, out int written, new StandardFormat('D', (byte)(digits + 1)));
        if (digits > 0)
        {
            text[(written - digits)..written].CopyTo(text[(written - digits + 1)..]);
            text[written++ - digits] = (byte)'.';
        }

        _length += written;
    }

    /// <summary>A double in its shortest form that reads back to it; null where it is none, 0 for minus 0.</summary>
    public void Number(ReadOnlySpan<byte> name, double value)
    {
        Name(name);
        int written;
        if (JsonFields.IsWhole(value))
        {
            Utf8Formatter.TryFormat((long)value, _text.AsSpan(_length), out written);
        }
        else if (double.IsFinite(value))
        {
            Utf8Formatter.TryFormat(value, _text.AsSpan(_length), out written);
        }
        else
        {
            "null"u8.CopyTo(_text.AsSpan(_length));
            written = "null"u8.Length;
        }

        _length += written;
    }

    /// <summary>A double of 12 significant digits.</summary>
    public void Rounded(ReadOnlySpan<byte> name, double value) => Number(name, JsonFields.Round(value));

    /// <summary>A whole number that may be absent.</summary>
    public void Whole(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            Number(name, (long)number);
        }
        else
        {
            Number(name, double.NaN);
        }
    }

    /// <summary>Yes or no.</summary>
    public void Flag(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Append(value ? "true"u8 : "false"u8);
    }

    /// <summary>An instant, UTC, to the millisecond.</summary>
    public void Time(ReadOnlySpan<byte> name, DateTime value)
    {
        Name(name);
        _text[_length++] = (byte)'"';
        _length += JsonFields.WriteTime(_text.AsSpan(_length), value);
        _text[_length++] = (byte)'"';
    }

    /// <summary>A day.</summary>
    public void Day(ReadOnlySpan<byte> name, DateOnly value)
    {
        Name(name);
        _text[_length++] = (byte)'"';
        value.TryFormat(_text.AsSpan(_length), out int written, "O", CultureInfo.InvariantCulture);
        _length += written;
        _text[_length++] = (byte)'"';
    }

    // Leaves room for any value but a text.
    private void Name(ReadOnlySpan<byte> name)
    {
        Reserve(name.Length + 4 + MostOfValue);
        if (!_isFirst)
        {
            _text[_length++] = (byte)',';
        }

        _isFirst = false;
        _text[_length++] = (byte)'"';
        name.CopyTo(_text.AsSpan(_length));
        _length += name.Length;
        _text[_length++] = (byte)'"';
        _text[_length++] = (byte)':';
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Reserve(int bytes)
    {
        if (_text.Length - _length < bytes)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + bytes));
        }
    }

    private ReadOnlySpan<byte> Escaped(string value)
    {
        if (_known.TryGetValue(value, out byte[]? known))
        {
            return known;
        }

        _escaped.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_escaped, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStringValue(value);
        }

        if (_known.Count < MostKnown)
        {
            _known[value] = _escaped.WrittenSpan.ToArray();
        }

        return _escaped.WrittenSpan;
    }
}
