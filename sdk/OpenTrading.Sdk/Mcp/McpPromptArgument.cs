namespace OpenTrading.Sdk.Mcp;

/// <summary>An argument of a prompt.</summary>
/// <param name="Name">Name.</param>
/// <param name="Description">What it is.</param>
/// <param name="IsRequired">Whether it must be given.</param>
public sealed record McpPromptArgument(string Name, string Description, bool IsRequired = true);
