using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Features;
using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Naming;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Features.Indicators;

/// <summary>Indicators by name.</summary>
/// <param name="history">Bars and indicators.</param>
internal sealed class IndicatorCapabilities(BarHistory history)
{
    private const string Reference = "reference";
    private const int Digits = 9;

    /// <summary>What can be computed.</summary>
    [Capability("list_indicators", "features", Effect.Read, "GET /features/indicators", Errors = [ErrorCode.NotFound])]
    [Description("Indicators and feature sets. With a name: formula, parameters, warm-up.")]
    public IndicatorsResult ListIndicators(
        [StringLength(40), Description("averages, trend, momentum ...")] string? group = null,
        [StringLength(40), Description("One of them, or a feature set")] string? name = null)
    {
        FeatureSet[] sets = [.. FeatureSet.All.Where(s => name is null || s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        IndicatorDefinition? named = name is null || sets.Length > 0 ? null : history.Indicators.Require(name);
        IndicatorDefinition[] found =
        [
            .. (name is null ? history.Indicators.All : named is null ? [] : [named])
                .Where(i => group is null || IndicatorRow.GroupOf(i.Kind) == RequireGroup(group)),
        ];
        return new IndicatorsResult
        {
            Summary = named is not null ? $"{named.Title}: {named.Formula}." : $"{found.Length} indicators{(group is null ? $" and {sets.Length} feature sets" : $" of group {group}")}.",
            Indicators = [.. found.Select(IndicatorRow.Of)],
            FeatureSets = group is null && named is null ? [.. sets.Select(s => FeatureSetRow.Of(s, withFormulas: name is not null))] : [],
            Detail = named is null ? null : IndicatorDetail.Of(named),
        };
    }

    /// <summary>One indicator over a symbol.</summary>
    [Capability("compute_indicator", "features", Effect.Read, "POST /features/indicator", Errors = [ErrorCode.SymbolUnknown, ErrorCode.DataUnavailable, ErrorCode.InsufficientHistory, ErrorCode.NotFound])]
    [Description("One indicator, a row a bar, oldest first. list_indicators has names and parameters.")]
    public IndicatorResult ComputeIndicator(
        ICallContext call,
        string symbol,
        [StringLength(40), Description("Indicator, such as rsi")] string name,
        Timeframe timeframe = Timeframe.H1,
        [Description("Values by name; others default")] JsonElement parameters = default,
        [Range(1, 5000), Description("Rows")] int last = 50)
    {
        Paging.RequireRows(call, last);
        IndicatorDefinition definition = history.Indicators.Require(name);
        Dictionary<string, string> values = Argument.Values(nameof(parameters), parameters);
        string? other = definition.NeedsReference && values.Remove(Reference, out string? given) ? given : null;
        if (definition.NeedsReference && other is null)
        {
            throw Argument.Refuse(nameof(parameters), $"{definition.Name} compares two symbols; give the second as {{\"{Reference}\": \"GBPUSD\"}}");
        }

        IndicatorSetup setup = Argument.Read(nameof(parameters), () => definition.Bind(values));
        MarketBars read = history.Read(symbol, timeframe, last, setup.WarmupBars, setup.ToString());
        MarketBars? reference = other is null ? null : history.Read(other, timeframe, last, setup.WarmupBars, setup.ToString());
        double[][] columns = setup.Compute(read.Bars, amended: true, reference?.Bars);
        DataStamp stamp = history.Stamp(read);
        int first = Math.Max(0, read.Bars.Count - last);
        return new IndicatorResult
        {
            Summary = $"{setup}{(other is null ? "" : $" against {reference!.Symbol.Instrument.Symbol}")} over {read.Symbol.Instrument.Symbol} {timeframe}: {read.Bars.Count - first} rows up to {read.Latest.Time:yyyy-MM-dd HH:mm} UTC.{(definition.Repaints ? " Newer bars may still change some of these values." : "")}",
            Source = reference is null ? read.Symbol.Source : DataSources.Of([read.Symbol.Source, reference.Symbol.Source]),
            AsOf = stamp.AsOf,
            Stale = stamp.Stale,
            MarketClosed = stamp.MarketClosed,
            Symbol = read.Symbol.Instrument.Symbol,
            BrokerSymbol = read.Symbol.BrokerSymbol,
            Timeframe = timeframe,
            Name = definition.Name,
            Parameters = other is null ? setup.Parameters : new Dictionary<string, object?>(setup.Parameters) { [Reference] = reference!.Symbol.Instrument.Symbol },
            Columns = ["time", .. definition.Outputs],
            Rows = [.. Enumerable.Range(first, read.Bars.Count - first).Select(bar => (object?[])[read.Bars[bar].Time, .. columns.Select(c => (object?)Rounding.Significant(c[bar], Digits))])],
            WarmupBars = setup.WarmupBars,
        };
    }

    private static string RequireGroup(string group)
    {
        string[] groups = [.. Enum.GetValues<IndicatorKind>().Select(IndicatorRow.GroupOf)];
        return groups.FirstOrDefault(g => g.Equals(group, StringComparison.OrdinalIgnoreCase) || g.Equals(group + "s", StringComparison.OrdinalIgnoreCase))
            ?? throw Argument.Refuse(nameof(group), $"'{group}' is no group; {(Suggestion.Nearest(group, groups) is { } guess ? $"did you mean {guess}?" : $"there are {string.Join(", ", groups)}")}");
    }
}
