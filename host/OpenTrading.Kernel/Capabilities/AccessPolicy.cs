using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>Who may call what. The one place where effects, roles, modes and faces meet; every face lists and calls through it.</summary>
/// <param name="mode">What AI clients may do.</param>
/// <param name="hasSession">Whether an operator's session is open.</param>
public sealed class AccessPolicy(AccessMode mode, Func<Principal, bool> hasSession)
{
    /// <summary>Opens an operator's session. Whoever logs in has no credential yet: the passphrase among the arguments is it.</summary>
    public const string Login = "start_operator_session";

    /// <summary>Ends it.</summary>
    public const string Logout = "end_operator_session";

    /// <summary>What AI clients may do.</summary>
    public AccessMode Mode => mode;

    /// <summary>Why a call is refused; null when it is not.</summary>
    public CapabilityException? Refusal(CapabilityDescriptor capability, Principal caller, Surface surface)
    {
        if (!IsPermitted(capability, caller, surface))
        {
            return new CapabilityException(ErrorCode.NotPermitted, $"{capability.Name} is not permitted to {Describe(caller)} over {surface.ToString().ToUpperInvariant()}", Remedy(capability, surface));
        }

        return capability.Effect == Effect.Operate && capability.Name is not (Login or Logout) && !hasSession(caller)
            ? new CapabilityException(ErrorCode.SessionRequired, $"{capability.Name} needs an open operator session", "Run 'opentrading operator login'.")
            : null;
    }

    /// <summary>Whether a caller sees a capability at all.</summary>
    public bool IsPermitted(CapabilityDescriptor capability, Principal caller, Surface surface)
    {
        if (capability.Declaration.AlwaysVisible)
        {
            return capability.Effect != Effect.Operate;
        }

        if (capability.Name == Login && capability.Effect == Effect.Operate)
        {
            return surface != Surface.Mcp;
        }

        // An AI client is an analyst whatever credential it was handed.
        bool isOperator = caller.Role == Role.Operator && surface != Surface.Mcp;
        return capability.Effect switch
        {
            Effect.Read or Effect.Compute => true,
            _ when !caller.IsAuthenticated => false,
            Effect.Simulate => surface != Surface.Mcp || !mode.DataOnly,
            Effect.Propose => !isOperator && mode.EnableLiveTools && (surface != Surface.Mcp || !mode.DataOnly),
            _ => isOperator,
        };
    }

    private static string Describe(Principal caller) =>
        !caller.IsAuthenticated ? "a caller without a token" : caller.Role == Role.Operator ? "an operator" : "an analyst";

    private string Remedy(CapabilityDescriptor capability, Surface surface) => capability.Effect switch
    {
        Effect.Operate => "An operator does this over REST or the command line.",
        Effect.Propose when !mode.EnableLiveTools => "Live tools are off; the owner sets mcp.enable_live_tools.",
        _ when surface == Surface.Mcp && mode.DataOnly => "This host serves AI clients data alone; the owner sets mcp.data_only = false.",
        _ => "Call with a token: 'opentrading token new --role analyst'.",
    };
}
