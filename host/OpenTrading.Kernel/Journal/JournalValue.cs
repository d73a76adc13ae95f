namespace OpenTrading.Kernel.Journal;

/// <summary>
/// One value of canonical JSON. An <see cref="int"/> is a number; a <see cref="decimal"/> and every 64-bit id is a string, because
/// readers of JSON may keep numbers as doubles only. There is no conversion from <see cref="double"/>: say which decimal it is.
/// The default value is null.
/// </summary>
public readonly struct JournalValue
{
    internal const long LargestInteger = (1L << 53) - 1;

    private JournalValue(JournalValueKind kind, object? reference, decimal scalar)
    {
        Kind = kind;
        Reference = reference;
        Scalar = scalar;
    }

    public static JournalValue Null => default;

    internal JournalValueKind Kind { get; }

    /// <summary>The string, payload or array.</summary>
    internal object? Reference { get; }

    /// <summary>The integer, decimal or id; the ticks of a time; 1 for true.</summary>
    internal decimal Scalar { get; }

    /// <summary>A count or sequence number that is written as a JSON number although it may be beyond 32 bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is beyond +-(2^53-1).</exception>
    public static JournalValue Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestInteger);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -LargestInteger);
        return new(JournalValueKind.Integer, null, value);
    }

    public static implicit operator JournalValue(string? text) =>
        text is null ? Null : new(JournalValueKind.Text, text, 0);

    public static implicit operator JournalValue(JournalPayload? payload) =>
        payload is null ? Null : new(JournalValueKind.Object, payload, 0);

    public static implicit operator JournalValue(JournalArray? array) =>
        array is null ? Null : new(JournalValueKind.Array, array, 0);

    public static implicit operator JournalValue(bool flag) => new(JournalValueKind.Boolean, null, flag ? 1 : 0);

    public static implicit operator JournalValue(int number) => new(JournalValueKind.Integer, null, number);

    public static implicit operator JournalValue(int? number) => number is { } value ? value : Null;

    /// <summary>A decimal; also what a <see cref="long"/> or <see cref="ulong"/> id converts by.</summary>
    public static implicit operator JournalValue(decimal number) => new(JournalValueKind.Decimal, null, number);

    public static implicit operator JournalValue(decimal? number) => number is { } value ? value : Null;

    /// <exception cref="ArgumentException">The time is not UTC.</exception>
    public static implicit operator JournalValue(DateTime time)
    {
        if (time.Kind != DateTimeKind.Utc)
            throw new ArgumentException($"The time {time:O} is of kind {time.Kind}; the journal knows UTC only. Convert it.", nameof(time));
        return new(JournalValueKind.Time, null, time.Ticks);
    }

    public static implicit operator JournalValue(DateTime? time) => time is { } value ? value : Null;

    public static implicit operator JournalValue(DateTimeOffset time) => time.UtcDateTime;

    /// <summary>The canonical JSON text.</summary>
    public override string ToString()
    {
        var writer = new CanonicalWriter(redacts: false);
        writer.Value(this, depth: 1);
        return System.Text.Encoding.UTF8.GetString(writer.Written);
    }
}
