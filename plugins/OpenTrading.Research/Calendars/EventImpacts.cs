using OpenTrading.Sdk.Calendars;

namespace OpenTrading.Research.Calendars;

/// <summary>Impact as tables write it: a word, a number from 1 to 3, a colour. What says nothing is low.</summary>
internal static class EventImpacts
{
    /// <summary>Reads it.</summary>
    public static EventImpact Read(string text) => text.ToLowerInvariant() switch
    {
        "high" or "3" or "red" => EventImpact.High,
        "medium" or "moderate" or "2" or "orange" => EventImpact.Medium,
        _ => EventImpact.Low,
    };
}
