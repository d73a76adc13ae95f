namespace OpenTrading.Sdk.Capabilities;

/// <summary>The closed list of errors. A client decides by the code; the message is for people.</summary>
public enum ErrorCode
{
    /// <summary>A bad, missing or unknown argument.</summary>
    ValidationError,

    /// <summary>The request is above a bound.</summary>
    LimitExceeded,

    /// <summary>No credential, or a wrong one.</summary>
    Unauthenticated,

    /// <summary>Role or mode forbids it.</summary>
    NotPermitted,

    /// <summary>An open operator session is needed.</summary>
    SessionRequired,

    /// <summary>Live orders are switched off.</summary>
    LiveDisabled,

    /// <summary>No approval of exactly this order.</summary>
    ApprovalRequired,

    /// <summary>The approval timed out, or the price left its bound.</summary>
    ApprovalExpired,

    /// <summary>The kill switch is on.</summary>
    KillSwitchActive,

    /// <summary>A risk rule failed.</summary>
    RiskRejected,

    /// <summary>The terminal refused.</summary>
    BrokerRejected,

    /// <summary>The market is closed.</summary>
    MarketClosed,

    /// <summary>The price is too old to act on.</summary>
    StaleData,

    /// <summary>No symbol matches, or several do.</summary>
    SymbolUnknown,

    /// <summary>The source is missing, off or empty.</summary>
    DataUnavailable,

    /// <summary>More bars are needed.</summary>
    InsufficientHistory,

    /// <summary>The terminal is not connected.</summary>
    NotConnected,

    /// <summary>Source or plugin cannot do it.</summary>
    NotSupported,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>The job is unknown or expired.</summary>
    JobNotFound,

    /// <summary>The idempotency key was used with another payload.</summary>
    Conflict,

    /// <summary>The object's state forbids it.</summary>
    StateConflict,

    /// <summary>Too many calls; the message says when to retry.</summary>
    RateLimited,

    /// <summary>No answer, and certainly no effect.</summary>
    Timeout,

    /// <summary>Sent, with unknown result; never sent again.</summary>
    OutcomeUnknown,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>A plugin failed.</summary>
    PluginError,

    /// <summary>A stored hash does not match.</summary>
    IntegrityFailed,

    /// <summary>Anything else.</summary>
    InternalError,
}
