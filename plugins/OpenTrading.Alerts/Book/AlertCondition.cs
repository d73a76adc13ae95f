namespace OpenTrading.Alerts.Book;

/// <summary>What an alert waits for.</summary>
public enum AlertCondition
{
    /// <summary>The bid comes from below its price and reaches it.</summary>
    Above,

    /// <summary>The bid comes from above its price and reaches it.</summary>
    Below,

    /// <summary>The bid comes from either side and reaches its price.</summary>
    Crosses,

    /// <summary>An expression becomes true at the close of a bar.</summary>
    Expression,
}
