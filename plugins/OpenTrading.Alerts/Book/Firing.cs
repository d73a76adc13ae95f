namespace OpenTrading.Alerts.Book;

/// <summary>One time that an alert fired.</summary>
/// <param name="Time">UTC market time.</param>
/// <param name="Price">Bid at which it did.</param>
public sealed record Firing(DateTime Time, decimal Price);
