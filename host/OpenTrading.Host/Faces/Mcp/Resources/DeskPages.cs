using System.Text;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Faces.Mcp.Resources;

/// <summary>What is written down for AI clients of the desk: the files of <c>docs/desk</c>, which came with the program, and a page of the tools there are now.</summary>
internal static class DeskPages
{
    /// <summary>Template of their URIs.</summary>
    public const string UriTemplate = "opentrading://docs/{page}";

    private const string Tools = "tools";
    private const string Prefix = "desk/";
    private const string Suffix = ".md";

    /// <summary>Names of the pages, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(DeskPages).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Append(Tools)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A page as Markdown; null when there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="visible">The tools its reader sees.</param>
    public static string? Read(string name, IEnumerable<CapabilityDescriptor> visible)
    {
        if (name == Tools)
        {
            return ToolsPage(visible);
        }

        if (!Names.Contains(name))
        {
            return null;
        }

        using var reader = new StreamReader(typeof(DeskPages).Assembly.GetManifestResourceStream($"{Prefix}{name}{Suffix}")!);
        return reader.ReadToEnd();
    }

    private static string ToolsPage(IEnumerable<CapabilityDescriptor> visible)
    {
        var page = new StringBuilder("# The tools you see now\n\nR reads, C computes, S changes paper or notes, P proposes. `describe_tool` has arguments and results.\n");
        foreach (IGrouping<string, CapabilityDescriptor> toolset in visible.GroupBy(c => c.Toolset))
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"\n## {toolset.Key}\n\n");
            page.AppendJoin('\n', toolset.Select(c => $"- `{c.Name}` {c.Effect.ToString()[0]} {c.Description}")).Append('\n');
        }

        return page.ToString();
    }
}
