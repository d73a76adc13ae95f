namespace OpenTrading.Sdk.Capabilities;

/// <summary>Face through which a call came.</summary>
public enum Surface
{
    /// <summary>Model Context Protocol.</summary>
    Mcp,

    /// <summary>HTTP.</summary>
    Rest,

    /// <summary>Command line.</summary>
    Cli,
}
