namespace OpenTrading.Kernel.Approvals;

/// <summary>How humans approve, as configured.</summary>
/// <param name="Lifetime">How long a grant is good for unless its operator says otherwise.</param>
/// <param name="OnDemo">Whether orders of strategies on a demo account need one too. Requests of clients always do.</param>
/// <param name="AllowSelf">Whether an operator may approve an order of their own.</param>
public sealed record ApprovalSettings(TimeSpan Lifetime, bool OnDemo, bool AllowSelf)
{
    /// <summary>Shortest lifetime that a grant may be given.</summary>
    public const int LeastSeconds = 10;

    /// <summary>Longest lifetime that a grant may be given.</summary>
    public const int MostSeconds = 600;
}
