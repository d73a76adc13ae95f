using System.Globalization;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Costs and assumptions by name, in the forms of the command's options.</summary>
internal static class Overrides
{
    private const string Costs = "costs";

    private static readonly Dictionary<string, Func<BacktestRequest, string, BacktestRequest>> Known = new(StringComparer.Ordinal)
    {
        ["spread"] = (r, v) => r with { Terms = r.Terms with { Spread = v } },
        ["commission"] = (r, v) => r with { Terms = r.Terms with { Commission = v } },
        ["slippage"] = (r, v) => r with { Terms = r.Terms with { Slippage = v } },
        ["swap"] = (r, v) => r with { Terms = r.Terms with { Swap = v } },
        ["delay"] = (r, v) => r with { Terms = r.Terms with { Delay = v } },
        ["intrabar"] = (r, v) => r with { Terms = r.Terms with { Intrabar = v } },
        ["trail"] = (r, v) => r with { Terms = r.Terms with { Trail = v } },
        ["account"] = (r, v) => r with { Terms = r.Terms with { Account = v } },
        ["leverage"] = (r, v) => r with { Terms = r.Terms with { Leverage = v } },
        ["moneyRounding"] = (r, v) => r with { Terms = r.Terms with { MoneyRounding = v } },
        ["seed"] = (r, v) => r with { Terms = r.Terms with { Seed = Seed(v) } },
        ["risk"] = (r, v) => r with { Risk = Limits(v) },
        ["size"] = (r, v) => r with { Size = v },
        ["closeAtEnd"] = (r, v) => r with { CloseAtEnd = v == "true" },
    };

    /// <summary>The request with them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="costs">Values by name; null for none.</param>
    /// <exception cref="CapabilityException">A name is unknown, or a value is none.</exception>
    public static BacktestRequest Apply(BacktestRequest request, JsonElement? costs)
    {
        foreach ((string name, string value) in Argument.Values(Costs, costs))
        {
            if (!Known.TryGetValue(name, out Func<BacktestRequest, string, BacktestRequest>? apply))
            {
                string near = Suggestion.Nearest(name, Known.Keys) is { } guess ? $"did you mean {guess}?" : $"write one of {string.Join(", ", Known.Keys)}";
                throw Argument.Refuse(Costs, $"{name} is unknown; {near}");
            }

            request = apply(request, value);
        }

        return request;
    }

    // A caller names a profile, never a place.
    private static string Limits(string text) => RiskProfiles.IsName(text)
        ? text
        : throw Argument.Refuse(Costs, $"risk is '{text}'; write off, config or the name of a profile, without folder and ending");

    private static long Seed(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seed)
        ? seed
        : throw Argument.Refuse(Costs, $"seed is '{text}'; write a whole number, 0 or more");
}
