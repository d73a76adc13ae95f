using OpenTrading.Alerts.Book;

namespace OpenTrading.Alerts.Watching;

/// <summary>An alert that has just fired.</summary>
/// <param name="Alert">As it is now.</param>
/// <param name="Firing">When, and at which price.</param>
internal sealed record FiredAlert(Alert Alert, Firing Firing);
