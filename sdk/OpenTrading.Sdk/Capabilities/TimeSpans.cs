namespace OpenTrading.Sdk.Capabilities;

/// <summary>Holds the from and to of a call to what a market can have seen.</summary>
public static class TimeSpans
{
    private static readonly DateTime First = new(1800, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Refuses a span that no market can have prices in. A null end is open.</summary>
    /// <param name="from">First time, UTC, inclusive.</param>
    /// <param name="to">End time, UTC, exclusive.</param>
    /// <exception cref="CapabilityException">A time is beyond all markets, or the span is empty: <see cref="ErrorCode.ValidationError"/>.</exception>
    public static void Require(DateTime? from, DateTime? to)
    {
        List<ErrorDetail> faults = [];
        Check("from", from);
        Check("to", to);
        if (faults.Count == 0 && from >= to)
        {
            faults.Add(new ErrorDetail(["to"], $"Must be after from, {from:yyyy-MM-dd HH:mm:ss} UTC"));
        }

        if (faults.Count > 0)
        {
            throw new CapabilityException(ErrorCode.ValidationError, string.Join("; ", faults.Select(f => $"{f.Path[0]}: {f.Message}")), "Give a span of time with prices in it.", faults);
        }

        void Check(string name, DateTime? time)
        {
            if (time < First || time > Last)
            {
                faults.Add(new ErrorDetail([name], "Must lie in the years 1800 to 2199"));
            }
        }
    }
}
