using System.Globalization;
using OpenTrading.Kernel.Risk.Limits;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;
using OpenTrading.Sdk.Risk;

namespace OpenTrading.Kernel.Risk.PropFirm;

/// <summary>The profiles there are: styles of funding firms, and the limits of this host.</summary>
public static class PropProfiles
{
    /// <summary>Name of the limits of this host.</summary>
    public const string Configured = "configured";

    private const decimal Tenth = 0.10m;

    private static readonly BrokerDay Prague = new("Europe/Prague", TimeSpan.Zero);

    private static readonly PropProfile[] Styles =
    [
        new() { Name = "ftmo-2step", Day = Prague, Reference = DayReferenceKind.Balance, DailyLoss = 0.05m, IsDailyOfInitial = true, StaticDrawdown = Tenth },
        new()
        {
            Name = "ftmo-1step", Day = Prague, Reference = DayReferenceKind.Balance, DailyLoss = 0.03m, IsDailyOfInitial = true, StaticDrawdown = Tenth, TrailingDrawdown = Tenth, Target = 10_000m,
        },
        new() { Name = "the5ers", Day = BrokerDay.NewYorkClose, DailyLoss = 0.05m, StaticDrawdown = Tenth },
        new()
        {
            Name = "trailing", Day = BrokerDay.Utc, StaticDrawdown = Tenth, TrailingDrawdown = 0.04m, Trailing = TrailingMode.IntradayEquity, LocksAtInitial = true,
        },
    ];

    /// <summary>The profile of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="limits">The limits of this host.</param>
    /// <param name="settings">When its day resets, and what its loss is measured from.</param>
    /// <exception cref="CapabilityException">There is none of that name.</exception>
    public static PropProfile Require(string name, RiskLimits limits, RiskSettings settings)
    {
        if (name.Equals(Configured, StringComparison.OrdinalIgnoreCase))
        {
            return Own(limits, settings);
        }

        string[] names = [Configured, .. Styles.Select(s => s.Name)];
        return Styles.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw new CapabilityException(
            ErrorCode.NotFound,
            $"There is no profile '{name}'",
            Suggestion.Nearest(name, names) is { } guess ? $"Did you mean {guess}?" : $"There are {string.Join(", ", names)}.");
    }

    private static PropProfile Own(RiskLimits limits, RiskSettings settings) => new()
    {
        Name = Configured,
        Day = settings.Day,
        Reference = settings.DayReference,
        DailyLoss = limits.Number("daily_loss_max", "frac"),
        IsDailyOfInitial = Text(limits, "daily_loss_max", "of") == "initial",
        StaticDrawdown = limits.Number("total_dd_static", "frac"),
        TrailingDrawdown = limits.Number("total_dd_trailing", "frac"),
        Trailing = Text(limits, "total_dd_trailing", "mode") == "intraday_equity" ? TrailingMode.IntradayEquity : TrailingMode.EodBalance,
        LocksAtInitial = Text(limits, "total_dd_trailing", "lock") == "initial",
        Target = limits.Number("consistency_max_day_share", "target"),
    };

    private static string? Text(RiskLimits limits, string rule, string parameter) =>
        limits.Of(rule).FirstOrDefault(l => l.Parameter == parameter)?.Value.ToLower(CultureInfo.InvariantCulture);
}
