using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Capabilities;
using OpenTrading.Alerts.Delivery;
using OpenTrading.Alerts.Watching;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts;

/// <summary>Waits for prices and conditions, and tells when they come.</summary>
public sealed class AlertsPlugin : IPlugin
{
    public void Register(IPluginRegistry registry)
    {
        IPluginContext context = registry.Context;
        AlertsOptions options = context.Options<AlertsOptions>();
        var engine = new AlertEngine(context, new AlertBook(context, options.MaxActive));
        registry.AddCapabilities(new AlertCapabilities(engine, context, new Paging(context.Wall)));
        registry.AddCapabilities(new CreateCapabilities(engine, context, new WebhookAddress(options), options));
        registry.AddService(new AlertService(engine, new WebhookSender(context, options), options, context));
    }
}
