namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>Hours of a trading centre.</summary>
/// <param name="Name">City.</param>
/// <param name="Open">Whether it is open now.</param>
/// <param name="OpensAt">When it opens next.</param>
/// <param name="ClosesAt">When it closes next.</param>
public sealed record CenterHours(string Name, bool Open, DateTime OpensAt, DateTime ClosesAt);
