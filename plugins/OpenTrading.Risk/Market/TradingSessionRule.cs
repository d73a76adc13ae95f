using System.Globalization;
using OpenTrading.Sdk.Risk;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Risk.Market;

/// <summary>Entries are made within the trader's own hours.</summary>
[RiskRule("trading_session", OrderClass.EntryOrRaise, "wait for window",
    Description = "Local time lies in one of the windows.")]
public sealed class TradingSessionRule : IRiskRule
{
    private readonly LocalWeek _week;
    private readonly (DayOfWeek Day, TimeSpan From, TimeSpan To)[] _windows;
    private readonly string _limit;

    /// <summary>A rule over windows.</summary>
    /// <param name="zone">IANA zone.</param>
    /// <param name="windows">Windows such as <c>Mon-Fri 08:00-17:00</c>.</param>
    /// <exception cref="FormatException">A window is none.</exception>
    public TradingSessionRule(
        [RiskParameter(Paper = "Etc/UTC", PerSymbol = true, Description = "IANA zone")] string zone,
        [RiskParameter(Paper = new[] { "Mon-Fri 00:00-24:00" }, PerSymbol = true, Description = "days and times, such as Mon-Fri 08:00-17:00")] string[] windows)
    {
        _week = new LocalWeek(zone);
        _windows = [.. windows.SelectMany(Window)];
        _limit = windows.Length == 0 ? "no window" : $"{string.Join(", ", windows)} {zone}";
    }

    public RuleResult Check(RiskContext context)
    {
        DateTime local = _week.At(context.Now);
        return RuleResult.Test(
            _windows.Any(w => w.Day == local.DayOfWeek && local.TimeOfDay >= w.From && local.TimeOfDay < w.To), local.ToString("ddd HH:mm", CultureInfo.InvariantCulture), "within", _limit);
    }

    private static IEnumerable<(DayOfWeek Day, TimeSpan From, TimeSpan To)> Window(string text)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || parts[1].Split('-') is not [{ } from, { } to] || LocalWeek.TimeOf(from) >= LocalWeek.TimeOf(to))
        {
            throw new FormatException($"'{text}' is no window; write Mon-Fri 08:00-17:00, and two windows for one across midnight.");
        }

        return LocalWeek.DaysOf(parts[0]).Select(day => (day, LocalWeek.TimeOf(from), LocalWeek.TimeOf(to)));
    }
}
