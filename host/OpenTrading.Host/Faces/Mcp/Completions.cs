using ModelContextProtocol.Protocol;
using OpenTrading.Host.Plugins;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>Completes what a user types into a prompt or a URI template: the same by the name of the argument everywhere.</summary>
internal sealed class Completions(IMarketData market, Func<PluginCatalog> plugins)
{
    private const int Most = 100;

    /// <summary>Values that begin as the argument does.</summary>
    public CompleteResult Complete(CompleteRequestParams request)
    {
        string[] values =
        [
            .. Known(request.Argument.Name).Where(v => v.StartsWith(request.Argument.Value, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal),
        ];
        return new CompleteResult { Completion = new Completion { Values = [.. values.Take(Most)], Total = values.Length, HasMore = values.Length > Most } };
    }

    private IEnumerable<string> Known(string argument) => argument switch
    {
        "symbol" => market.Symbols.Select(s => s.Instrument.Symbol),
        "timeframe" => Timeframes.All.Select(t => t.ToString()),
        "strategyId" => plugins().Strategies.Keys,
        "side" => ["buy", "sell"],
        _ => [],
    };
}
