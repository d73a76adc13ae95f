namespace OpenTrading.Kernel.MarketStore.Hours;

/// <summary>A window of one day of the week, UTC.</summary>
/// <param name="Day">Day, such as <c>monday</c>.</param>
/// <param name="From">Start, HH:mm.</param>
/// <param name="To">End, HH:mm; 24:00 at midnight.</param>
public sealed record SessionWindow(DayOfWeek Day, string From, string To)
{
    internal static SessionWindow Of(DateTime from, DateTime to) => new(from.DayOfWeek, $"{from:HH:mm}", to.TimeOfDay == TimeSpan.Zero ? "24:00" : $"{to:HH:mm}");
}
