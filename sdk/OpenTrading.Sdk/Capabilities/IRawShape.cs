namespace OpenTrading.Sdk.Capabilities;

/// <summary>The fixed form of a capability's answers, which <see cref="CapabilityAttribute.Shape"/> names: of successes its schema, of refusals how they are written.</summary>
/// <remarks>A public class with a constructor without parameters. It must not throw.</remarks>
public interface IRawShape
{
    /// <summary>JSON schema of the body, as a JSON text.</summary>
    string Schema { get; }

    /// <summary>Writes a refusal: of the host, such as a missing argument, or of the capability itself.</summary>
    RawResult Render(CapabilityException refusal);
}
