namespace OpenTrading.Sdk.Brokers;

/// <summary>What a broker reports.</summary>
public enum ExecutionKind
{
    /// <summary>The order was taken; a pending order now works, a market order will fill.</summary>
    Accepted,
    /// <summary>A deal: an order filled, wholly or in part, or a position was closed by the broker.</summary>
    Fill,
    /// <summary>A working order, or the rest of one, was cancelled.</summary>
    Cancelled,
    /// <summary>A working order lapsed.</summary>
    Expired,
    /// <summary>The order was refused; certainly no effect.</summary>
    Rejected,
    /// <summary>A modification is in force.</summary>
    Modified,
    /// <summary>Swap was credited or debited to a position.</summary>
    Swap,
    /// <summary>Money was booked on the account without a trade: paid in or out, or what <see cref="BookingKind"/> says.</summary>
    Booking,
}
