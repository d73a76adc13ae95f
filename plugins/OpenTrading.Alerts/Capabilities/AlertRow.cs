using OpenTrading.Alerts.Book;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>An alert, for a list.</summary>
/// <param name="AlertId">Its id.</param>
/// <param name="Symbol">Instrument.</param>
/// <param name="Source">Where its prices come from.</param>
/// <param name="Condition">What it waits for.</param>
/// <param name="Note">What whoever made it wrote down.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Repeat">Whether it goes on waiting after it fired.</param>
/// <param name="CreatedAt">UTC market time at which it was made.</param>
/// <param name="ExpiresAt">UTC market time at which it waits no more.</param>
/// <param name="DistancePips">How far its price lies above the bid; below it is negative; absent for an expression, and where there is no quote.</param>
/// <param name="Fired">When it fired, the newest last, ten at most.</param>
public sealed record AlertRow(
    string AlertId,
    string Symbol,
    string Source,
    string Condition,
    string? Note,
    AlertStatus Status,
    bool Repeat,
    DateTime CreatedAt,
    DateTime? ExpiresAt,
    double? DistancePips,
    IReadOnlyList<Firing> Fired);
