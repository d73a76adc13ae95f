using System.Buffers;
using System.Text.Unicode;

namespace OpenTrading.Kernel.Journal;

/// <summary>Walks over canonical JSON and stops at the first byte that is not canonical. Keeps nothing, allocates nothing.</summary>
internal ref struct CanonicalReader(ReadOnlySpan<byte> utf8)
{
    private static readonly SearchValues<byte> Notable =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _utf8 = utf8;

    /// <summary>The next byte to read.</summary>
    public int Position { get; private set; }

    /// <summary>Why reading stopped; null while all is well.</summary>
    public string? Reason { get; private set; }

    public bool IsUtf8() => Utf8.IsValid(_utf8) || Stop("the bytes are no valid UTF-8");

    public bool End() => Position == _utf8.Length || Stop("bytes follow the value");

    public bool Literal(ReadOnlySpan<byte> expected)
    {
        if (!_utf8[Position..].StartsWith(expected))
            return Stop($"expected {System.Text.Encoding.UTF8.GetString(expected)}");
        Position += expected.Length;
        return true;
    }

    public bool Value(int depth)
    {
        if (Position >= _utf8.Length) return Stop("the value is missing");
        return _utf8[Position] switch
        {
            (byte)'"' => Text(out _),
            (byte)'{' => Object(depth),
            (byte)'[' => Array(depth),
            (byte)'t' => Literal("true"u8),
            (byte)'f' => Literal("false"u8),
            (byte)'n' => Literal("null"u8),
            _ => Integer(out _),
        };
    }

    public bool Object(int depth)
    {
        if (depth > CanonicalJson.MaxDepth) return Stop($"the nesting is deeper than {CanonicalJson.MaxDepth}");
        if (!Literal("{"u8)) return false;
        if (Next('}')) return true;
        var previous = default(ReadOnlySpan<byte>);
        for (var first = true; ; first = false)
        {
            var start = Position;
            if (!Text(out var content)) return false;
            var name = _utf8[content];
            if (!first && CanonicalOrder.Compare(previous, name) is var order and >= 0)
            {
                Position = start;
                return Stop(order == 0 ? "the member is given twice" : "the members are not sorted");
            }
            previous = name;
            if (!Literal(":"u8) || !Value(depth + 1)) return false;
            if (Next('}')) return true;
            if (!Literal(","u8)) return false;
        }
    }

    /// <param name="content">What stands between the quotes, escapes included.</param>
    public bool Text(out Range content)
    {
        content = default;
        if (!Literal("\""u8)) return false;
        var start = Position;
        while (true)
        {
            var at = _utf8[Position..].IndexOfAny(Notable);
            if (at < 0) return Stop("the string has no end");
            Position += at;
            if (_utf8[Position] == '"')
            {
                content = start..Position++;
                return true;
            }
            if (!Escape()) return false;
        }
    }

    public bool Integer(out long value)
    {
        value = 0;
        var start = Position;
        var negative = Next('-');
        var digits = _utf8[Position..];
        var count = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : digits.Length;
        if (count == 0) return Stop("a value cannot begin here");
        if (digits[0] == '0' && (count > 1 || negative)) return Stop("the number has a superfluous zero or sign");
        if (count > 16) return Stop("the integer is beyond 2^53-1");
        for (var i = 0; i < count; i++) value = (value * 10) + digits[i] - '0';
        if (value > JournalValue.LargestInteger) return Stop("the integer is beyond 2^53-1");
        if (negative) value = -value;
        Position += count;
        if (Position < _utf8.Length && _utf8[Position] is (byte)'.' or (byte)'e' or (byte)'E')
        {
            Position = start;
            return Stop("the number is no integer");
        }
        return true;
    }

    private bool Array(int depth)
    {
        if (depth > CanonicalJson.MaxDepth) return Stop($"the nesting is deeper than {CanonicalJson.MaxDepth}");
        Position++;
        if (Next(']')) return true;
        while (true)
        {
            if (!Value(depth + 1)) return false;
            if (Next(']')) return true;
            if (!Literal(","u8)) return false;
        }
    }

    private bool Escape()
    {
        var rest = _utf8[Position..];
        if (rest[0] != '\\') return Stop("a control character stands unescaped");
        if (rest.Length > 1 && "\"\\btnfr"u8.Contains(rest[1]))
        {
            Position += 2;
            return true;
        }
        // The short escapes are the only form for their characters; the rest of U+0000 to U+001F has the long form with lower-case digits.
        var canonical = rest.Length >= 6 && rest.StartsWith("\\u00"u8)
            && rest[4] is (byte)'0' or (byte)'1'
            && "0123456789abcdef"u8.Contains(rest[5])
            && !(rest[4] == '0' && "89acd"u8.Contains(rest[5]));
        if (!canonical) return Stop("the escape is not canonical");
        Position += 6;
        return true;
    }

    private bool Next(char expected)
    {
        if (Position >= _utf8.Length || _utf8[Position] != expected) return false;
        Position++;
        return true;
    }

    private bool Stop(string reason)
    {
        Reason = $"{reason} at byte {Position + 1}";
        return false;
    }
}
