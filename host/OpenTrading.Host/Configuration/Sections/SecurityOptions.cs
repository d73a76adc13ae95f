using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>Who may reach the host.</summary>
internal sealed record SecurityOptions
{
    [ConfigKey("require_auth", "whether every call needs a credential; may be false on loopback alone", SeedName = "REQUIRE_AUTH")]
    public bool RequireAuth { get; init; }

    [ConfigKey("tls", "whether the HTTP faces speak TLS, with keys/tls.crt and keys/tls.key; 'opentrading tls new' makes a pair")]
    public bool Tls { get; init; }

    [ConfigKey("allowed_hosts", "host names that requests may carry")]
    public string[] AllowedHosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];
}
