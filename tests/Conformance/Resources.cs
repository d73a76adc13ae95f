using OpenTrading.Sdk.Mcp;

namespace OpenTrading.Conformance;

/// <summary>Things to read.</summary>
internal static class Resources
{
    public static readonly McpResource Text = new(
        "test://static-text", "Static text", "Text that never changes.", "text/plain", (_, _) => Task.FromResult(McpContent.Of("This is the content of the static text resource.")));

    public static readonly McpResource Binary = new(
        "test://static-binary", "Static binary", "A picture that never changes.", "image/png", (_, _) => Task.FromResult(McpContent.Of(Convert.FromBase64String(Samples.Png).AsMemory())));

    public static readonly McpResource Template = new(
        "test://template/{id}/data", "Template", "Text with the id of the URI.", "application/json",
        (variables, _) => Task.FromResult(McpContent.Of($$"""{"id":"{{variables["id"]}}","templateTest":true,"data":"Data for ID: {{variables["id"]}}"}""")));

    public static readonly McpResource Watched = new(
        "test://watched-resource", "Watched", "Text that clients may watch.", "text/plain", (_, _) => Task.FromResult(McpContent.Of("Watched resource content"))) { IsLive = true };
}
