namespace OpenTrading.Sdk.Risk;

/// <summary>Scheduled releases, as far as they are known.</summary>
/// <param name="ReadAt">UTC instant at which they were read.</param>
/// <param name="Events">They, oldest first; at least those from a day before to a week after that instant.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record NewsCalendar(DateTime ReadAt, IReadOnlyList<NewsEvent> Events);
