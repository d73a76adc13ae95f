namespace OpenTrading.Alerts.Book;

/// <summary>How an alert stands.</summary>
public enum AlertStatus
{
    /// <summary>It waits.</summary>
    Active,

    /// <summary>It fired and waits no more; of one that repeats, it fired at least once.</summary>
    Fired,

    /// <summary>Its time ended before it fired.</summary>
    Expired,
}
