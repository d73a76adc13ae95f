using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Rest;

public sealed record SampleResult : CapabilityResult;
