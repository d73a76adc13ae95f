using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The REST face.</summary>
internal sealed record ServerOptions
{
    [ConfigKey("rest_listen", "address and port of the REST face")]
    public string RestListen { get; init; } = "127.0.0.1:8010";
}
