using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;

namespace OpenTrading.Kernel.Journal;

/// <summary>
/// Writes canonical JSON into a growing buffer that is used again for the next record. By hand, because the framework's relaxed encoder
/// escapes U+007F, U+00A0, U+2028 and everything beyond the basic plane.
/// </summary>
internal sealed class CanonicalWriter(bool redacts)
{
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private const int ShortText = 64;

    private byte[] _buffer = new byte[1024];
    private int _length;

    public int Length
    {
        get => _length;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, _length);
            _length = value;
        }
    }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        _length += utf8.Length;
    }

    public void Value(JournalValue value, int depth)
    {
        switch (value.Kind)
        {
            case JournalValueKind.Null: Raw("null"u8); break;
            case JournalValueKind.Boolean: Raw(value.Scalar == 0 ? "false"u8 : "true"u8); break;
            case JournalValueKind.Integer: Integer((long)value.Scalar); break;
            case JournalValueKind.Decimal: Decimal(value.Scalar); break;
            case JournalValueKind.Time: Time(new DateTime((long)value.Scalar, DateTimeKind.Utc)); break;
            case JournalValueKind.Text: Text(redacts ? Redaction.Shorten((string)value.Reference!) : (string)value.Reference!); break;
            case JournalValueKind.Object: Object((JournalPayload)value.Reference!, depth); break;
            case JournalValueKind.Array: Array((JournalArray)value.Reference!, depth); break;
            default: throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "Unknown kind of value.");
        }
    }

    /// <param name="depth">The depth of this object itself; the outermost value has depth 1.</param>
    public void Object(JournalPayload payload, int depth)
    {
        RequireDepth(depth);
        var members = payload.Members;
        Span<int> order = members.Length <= 64 ? stackalloc int[members.Length] : new int[members.Length];
        CanonicalOrder.Sort(members, order);
        Byte('{');
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var member = ref members[order[i]];
            if (i > 0) Byte(',');
            Text(member.Name);
            Byte(':');
            if (redacts && Redaction.Hides(member.Name)) Raw(Redaction.Replacement);
            else Value(member.Value, depth + 1);
        }
        Byte('}');
    }

    public void Integer(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        _length += written;
    }

    public void Time(DateTime utc)
    {
        Byte('"');
        JournalTime.Write(utc, Room(JournalTime.Length));
        _length += JournalTime.Length;
        Byte('"');
    }

    /// <exception cref="ArgumentException">The text holds a lone surrogate.</exception>
    public void Text(string text)
    {
        if (text.Length <= ShortText && TryPlain(text)) return;
        Byte('"');
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny(Escaped)) >= 0; rest = rest[(at + 1)..])
        {
            Run(rest[..at], text);
            Escape(rest[at]);
        }
        Run(rest, text);
        Byte('"');
    }

    /// <summary>Nearly every name and text is short and plain ASCII; one pass over it is several times cheaper than the general way.</summary>
    private bool TryPlain(string text)
    {
        var target = Room(text.Length + 2);
        target[0] = (byte)'"';
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is < ' ' or >= '\u007f' or '"' or '\\') return false;
            target[i + 1] = (byte)character;
        }
        target[text.Length + 1] = (byte)'"';
        _length += text.Length + 2;
        return true;
    }

    private void Byte(char ascii)
    {
        Room(1)[0] = (byte)ascii;
        _length++;
    }

    private void Run(ReadOnlySpan<char> run, string text)
    {
        var status = Utf8.FromUtf16(run, Room(run.Length * 3), out _, out var written, replaceInvalidSequences: false);
        if (status != OperationStatus.Done)
            throw new ArgumentException($"The text of {text.Length} characters holds a lone surrogate, which UTF-8 cannot carry. Remove it.", nameof(text));
        _length += written;
    }

    private void Escape(char character)
    {
        switch (character)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\f': Raw("\\f"u8); break;
            case '\r': Raw("\\r"u8); break;
            default:
                Raw("\\u00"u8);
                Raw([(byte)('0' + (character >> 4)), "0123456789abcdef"u8[character & 15]]);
                break;
        }
    }

    private void Decimal(decimal value)
    {
        if (value == 0)
        {
            // Zero carries a scale and a sign of its own; neither is part of the number.
            Raw("\"0\""u8);
            return;
        }
        Byte('"');
        value.TryFormat(Room(32), out var written, default, CultureInfo.InvariantCulture);
        var digits = _buffer.AsSpan(_length, written);
        if (digits.Contains((byte)'.')) digits = digits.TrimEnd((byte)'0').TrimEnd((byte)'.');
        _length += digits.Length;
        Byte('"');
    }

    private void Array(JournalArray array, int depth)
    {
        RequireDepth(depth);
        Byte('[');
        JournalArray? row = null;
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) Byte(',');
            Value(array.At(i, ref row), depth + 1);
        }
        Byte(']');
    }

    private static void RequireDepth(int depth)
    {
        if (depth > CanonicalJson.MaxDepth)
            throw new ArgumentException($"The value nests deeper than {CanonicalJson.MaxDepth} levels. Flatten it.", nameof(depth));
    }

    private Span<byte> Room(int bytes)
    {
        if (_buffer.Length - _length < bytes) System.Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        return _buffer.AsSpan(_length);
    }
}
