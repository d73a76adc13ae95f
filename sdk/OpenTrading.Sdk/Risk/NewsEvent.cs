namespace OpenTrading.Sdk.Risk;

/// <summary>A scheduled release that may move a currency.</summary>
/// <param name="Time">UTC instant.</param>
/// <param name="Currency">Currency it moves, ISO 4217.</param>
/// <param name="Impact">How much.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record NewsEvent(DateTime Time, string Currency, NewsImpact Impact);
