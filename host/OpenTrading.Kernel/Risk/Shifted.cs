using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk;

/// <summary>References of losses, moved by what was paid in or out.</summary>
internal static class Shifted
{
    /// <summary>A reference after a payment. One that would be used up, because gains were taken out that it does not hold, stays, and is no more than what is left.</summary>
    /// <param name="reference">Reference before it.</param>
    /// <param name="by">Money paid in; negative was paid out.</param>
    /// <param name="balance">Balance after it.</param>
    public static decimal Of(decimal reference, decimal by, decimal balance) => by == 0 || reference + by > 0 ? reference + by : Math.Min(reference, Math.Max(0, balance));

    /// <summary>The reference of a day after a payment.</summary>
    public static DayReference Of(DayReference day, decimal by, decimal balance) =>
        day with { Balance = Of(day.Balance, by, balance), Equity = Of(day.Equity, by, balance), Amount = Of(day.Amount, by, balance) };
}
