using System.Net;
using System.Net.Sockets;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Web;

namespace OpenTrading.Alerts.Delivery;

/// <summary>Judges where an alert may be sent: to machines of the public internet alone. The address is judged again when it is connected to.</summary>
/// <param name="options">What is allowed.</param>
/// <param name="allAsync">Finds the addresses of a host; null for the system's way.</param>
internal sealed class WebhookAddress(AlertsOptions options, Func<string, CancellationToken, Task<IPAddress[]>>? allAsync = null)
{
    private const int Longest = 2000;

    /// <summary>The address of a webhook.</summary>
    /// <exception cref="CapabilityException">It is none, or reaches into this machine or its networks.</exception>
    public async Task<Uri> RequireAsync(string webhook, CancellationToken cancellationToken)
    {
        if (!options.Webhooks)
        {
            throw Argument.Refuse(nameof(webhook), "webhooks are off (plugins.alerts.webhooks)");
        }

        if (webhook.Length > Longest || !Uri.TryCreate(webhook, UriKind.Absolute, out Uri? url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0)
        {
            throw Argument.Refuse(nameof(webhook), "it is no address such as https://example.com/hook, without a user and without a fragment");
        }

        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && options.WebhookPlainHttp))
        {
            throw Argument.Refuse(nameof(webhook), $"it goes over {url.Scheme}; https alone is sent to{(url.Scheme == Uri.UriSchemeHttp ? ", unless plugins.alerts.webhook_plain_http allows http" : "")}");
        }

        try
        {
            IPAddress[] all = await (allAsync ?? PublicAddress.AllAsync)(url.IdnHost, cancellationToken).ConfigureAwait(false);
            return all.Length > 0 && all.All(PublicAddress.Is)
                ? url
                : throw Argument.Refuse(nameof(webhook), $"{url.Host} lies on this machine or in a private network, where nothing is sent to");
        }
        catch (SocketException e)
        {
            throw Argument.Refuse(nameof(webhook), $"{url.Host} cannot be found ({e.Message})");
        }
    }
}
