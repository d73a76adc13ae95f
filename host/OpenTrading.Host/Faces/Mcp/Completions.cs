using ModelContextProtocol.Protocol;
using OpenTrading.Host.Faces.Mcp.Resources;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Faces.Mcp;

/// <summary>Completes what a user types into a prompt or a URI template: the same by the name of the argument everywhere.</summary>
/// <param name="symbols">Symbols there are now.</param>
/// <param name="strategies">Ids of strategies there are now.</param>
internal sealed class Completions(Func<CancellationToken, ValueTask<IEnumerable<string>>> symbols, Func<CancellationToken, ValueTask<IEnumerable<string>>> strategies)
{
    private const int Most = 100;

    /// <summary>Values that begin as the argument does.</summary>
    public async ValueTask<CompleteResult> CompleteAsync(CompleteRequestParams request, CancellationToken cancellationToken)
    {
        IEnumerable<string> known = await KnownAsync(request.Argument.Name, cancellationToken).ConfigureAwait(false);
        string[] values = [.. known.Where(v => v.StartsWith(request.Argument.Value, StringComparison.OrdinalIgnoreCase)).Distinct().Order(StringComparer.Ordinal)];
        return new CompleteResult { Completion = new Completion { Values = [.. values.Take(Most)], Total = values.Length, HasMore = values.Length > Most } };
    }

    private async ValueTask<IEnumerable<string>> KnownAsync(string argument, CancellationToken cancellationToken) => argument switch
    {
        "symbol" => await symbols(cancellationToken).ConfigureAwait(false),
        "timeframe" => Timeframes.All.Select(t => t.ToString()),
        "strategyId" => await strategies(cancellationToken).ConfigureAwait(false),
        "side" => ["buy", "sell"],
        "page" => DeskPages.Names,
        _ => [],
    };
}
