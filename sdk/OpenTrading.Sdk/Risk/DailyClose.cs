namespace OpenTrading.Sdk.Risk;

/// <summary>Close of a trading day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Price">Its last price.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct DailyClose(DateOnly Day, double Price);
