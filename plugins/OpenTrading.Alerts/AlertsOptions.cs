using OpenTrading.Sdk.Plugins;

namespace OpenTrading.Alerts;

/// <summary>Alerts as configured.</summary>
[PluginOptions("alerts")]
public sealed record AlertsOptions
{
    [Option("max_active", "most alerts that may wait at a time", Min = 1, Max = 100_000)]
    public int MaxActive { get; init; } = 10_000;

    [Option("poll_ms", "how often prices are asked for that are not told by themselves, milliseconds", Min = 100, Max = 60_000)]
    public int PollMs { get; init; } = 1000;

    [Option("webhooks", "whether alerts may be sent to other machines")]
    public bool Webhooks { get; init; } = true;

    [Option("webhook_key_file", "file with the secret that signs what is sent, at least 16 characters")]
    public string WebhookKeyFile { get; init; } = "keys/webhook.key";

    [Option("webhook_plain_http", "whether webhooks may go over http, which anybody on the way can read")]
    public bool WebhookPlainHttp { get; init; }

    [Option("webhook_timeout_ms", "how long one attempt may take, milliseconds", Min = 100, Max = 60_000)]
    public int WebhookTimeoutMs { get; init; } = 5000;

    [Option("webhook_retries", "attempts after the first one", Min = 0, Max = 10)]
    public int WebhookRetries { get; init; } = 3;
}
