using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>Approvals by a human. Live orders always need one.</summary>
internal sealed record ApprovalOptions
{
    [ConfigKey("ttl_s", "seconds for which a grant is valid", Min = 10, Max = 600)]
    public int TtlSeconds { get; init; } = 120;

    [ConfigKey("demo", "whether demo orders need one too")]
    public bool Demo { get; init; }

    [ConfigKey("allow_self", "whether an operator may approve an own order, with step-up")]
    public bool AllowSelf { get; init; }
}
