namespace OpenTrading.Sdk.Brokers;

/// <summary>What became of an order whose result did not arrive.</summary>
public enum OrderFate
{
    /// <summary>It was carried out, wholly or in part, or it works; the reports tell how far.</summary>
    Done,
    /// <summary>It was refused; certainly no effect.</summary>
    Rejected,
    /// <summary>It never left, and cannot any more: the far side refuses it from now on.</summary>
    NeverSent,
    /// <summary>Orders, positions, deals and history hold no trace of it. That proves nothing yet.</summary>
    NotFound,
    /// <summary>Still not known.</summary>
    Unknown,
}
