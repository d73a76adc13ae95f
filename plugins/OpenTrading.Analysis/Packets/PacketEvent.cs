using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Analysis.Packets;

/// <summary>An event of the economic calendar.</summary>
/// <param name="Time">UTC time.</param>
/// <param name="Currency">Whose.</param>
/// <param name="Name">What, in the words of its source.</param>
/// <param name="Impact">How much it is expected to move prices.</param>
/// <param name="Forecast">Figure expected; absent where the source has none.</param>
/// <param name="Previous">Figure of the time before; absent where the source has none.</param>
/// <param name="Source">Who announces it.</param>
public sealed record PacketEvent(DateTime Time, string Currency, string Name, EventImpact Impact, string? Forecast, string? Previous, string Source);
