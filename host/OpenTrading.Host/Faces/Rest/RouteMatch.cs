using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Rest;

/// <summary>What a request asks for.</summary>
/// <param name="Capability">Who answers.</param>
/// <param name="Arguments">Arguments that stand in the path.</param>
internal sealed record RouteMatch(CapabilityDescriptor Capability, IReadOnlyList<KeyValuePair<string, string>> Arguments);
