namespace OpenTrading.Sdk.Brokers;

/// <summary>What a booking of money is for. References of losses move with what the owner pays in and out, and with nothing else.</summary>
public enum BookingKind
{
    /// <summary>Nobody says. No reference moves: it counts as what the account gained or lost.</summary>
    Unknown,
    /// <summary>The owner paid in, or took out. Neither a gain nor a loss.</summary>
    Transfer,
    /// <summary>Credit was granted or taken back. It is no part of balance or own equity.</summary>
    Credit,
    /// <summary>A fee, commission, tax, interest or dividend: what the account costs and brings.</summary>
    Charge,
    /// <summary>A correction or a bonus of the broker.</summary>
    Correction,
}
