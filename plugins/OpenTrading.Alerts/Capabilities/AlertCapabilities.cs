using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Watching;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts.Capabilities;

/// <summary>Lists and deletes alerts.</summary>
/// <param name="engine">The alerts.</param>
/// <param name="context">Prices.</param>
/// <param name="paging">Hands out long lists in parts.</param>
internal sealed class AlertCapabilities(AlertEngine engine, IPluginContext context, Paging paging)
{
    private const string List = "list_alerts";

    /// <summary>Lists alerts.</summary>
    [Capability(List, "alerts", Effect.Read, "GET /alerts")]
    [Description("Alerts: what they wait for, how far off it is, when they fired.")]
    public AlertsResult ListAlerts(ICallContext call, AlertStatus status = AlertStatus.Active, string? symbol = null, [Range(1, 5000)] int limit = 50, string? cursor = null)
    {
        Paging.RequireRows(call, limit);

        // One that repeats has fired and waits on.
        Alert[] asked =
        [
            .. engine.All.Where(a => status switch { AlertStatus.Active => a.Ended is null, AlertStatus.Fired => a.Fired.Count > 0, _ => a.Ended == AlertStatus.Expired })
                .Where(a => symbol is null || a.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(a => status == AlertStatus.Fired ? a.Fired[^1].Time : a.CreatedAt).ThenByDescending(a => a.AlertId, StringComparer.Ordinal),
        ];
        Page<Alert> page = paging.CutAfter(asked, a => a.AlertId, limit, cursor, Paging.Query(List, status, symbol));
        Dictionary<(string, string), (decimal Bid, Instrument Instrument)?> prices = [];
        return new AlertsResult
        {
            Summary = $"{page.Total} alerts {status.ToString().ToLowerInvariant()}{(symbol is null ? "" : $" on {symbol}")}{(status == AlertStatus.Active ? engine.Omitted : "")}.",
            AsOf = context.Market.Now,
            Total = page.Total,
            Truncated = page.Truncated,
            NextCursor = page.NextCursor,
            Alerts = [.. page.Items.Select(a => Row(a, prices))],
        };
    }

    /// <summary>Deletes an alert.</summary>
    [Capability("delete_alert", "alerts", Effect.Simulate, "DELETE /alerts/{alertId}", Destructive = true, Errors = [ErrorCode.NotFound])]
    [Description("Deletes an alert, whether or not it fired.")]
    public DeletedResult DeleteAlert([Description("Which")] string alertId)
    {
        Alert alert = engine.Delete(alertId) ?? throw new CapabilityException(ErrorCode.NotFound, $"There is no alert {alertId}", "List them with list_alerts.");
        return new DeletedResult
        {
            Summary = $"{alert.Symbol} {alert.InWords} is deleted.",
            AsOf = context.Market.Now,
            Status = StatusOf(alert),
        };
    }

    private static AlertStatus StatusOf(Alert alert) => alert.Ended ?? AlertStatus.Active;

    private AlertRow Row(Alert alert, Dictionary<(string, string), (decimal Bid, Instrument Instrument)?> prices)
    {
        if (!prices.TryGetValue((alert.Source, alert.Symbol), out (decimal Bid, Instrument Instrument)? price))
        {
            prices[(alert.Source, alert.Symbol)] = price = PriceOf(alert);
        }

        double? distance = alert.Price is { } level && price is { } now ? (double)Math.Round((level - now.Bid) / now.Instrument.Pip, 1) : null;
        return new AlertRow(
            alert.AlertId, alert.Symbol, alert.Source, alert.InWords, alert.Note, StatusOf(alert), alert.Repeat, alert.CreatedAt, alert.ExpiresAt, alert.Ended is null ? distance : null, alert.Fired);
    }

    private (decimal Bid, Instrument Instrument)? PriceOf(Alert alert)
    {
        try
        {
            MarketSymbol symbol = context.Market.Resolve($"{alert.Source.Split(':')[0]}:{alert.Symbol}");
            return (context.Market.Quote(symbol).Bid, symbol.Instrument);
        }
        catch (CapabilityException)
        {
            return null;
        }
    }
}
