using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;
using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Catalog;

/// <summary>Pages that are made from the program stand in <c>docs/</c> as it would make them now.</summary>
public sealed class DocumentTests(RestHost host) : IClassFixture<RestHost>
{
    /// <summary>Set to 1 to write the pages as they would be made now.</summary>
    private const string ApproveVariable = "OPENTRADING_APPROVE_DOCS";

    [Fact]
    public async Task Configuration_IsWhatTheProgramReads()
    {
        Outcome printed = await host.Workspace.RunAsync("config", "reference");

        Compare("configuration.md", printed.RequireSuccess().Output);
    }

    [Fact]
    public async Task Tools_AreThoseOfARunningHost()
    {
        (_, JsonElement all) = await host.GetAsync("/tools/find?limit=1");
        var page = new StringBuilder("# MCP tools\n\nEvery capability: a tool over MCP, a route over REST, `opentrading call NAME` at the command line. R reads, C computes, S changes the simulated\naccount or notes, P proposes, O is an operator's and no tool. `describe_tool` has arguments, results and errors of each.\n");
        foreach (string toolset in all.GetProperty("toolsets").EnumerateArray().Select(t => Text(t, "name")).Order(StringComparer.Ordinal))
        {
            (_, JsonElement found) = await host.GetAsync($"/tools/find?toolset={toolset}&limit=50");
            if (found.GetProperty("tools").GetArrayLength() == 0)
            {
                continue;
            }

            page.Append(CultureInfo.InvariantCulture, $"\n## {toolset}\n\n| capability | | does |\n|---|---|---|\n");
            foreach (JsonElement tool in found.GetProperty("tools").EnumerateArray().OrderBy(t => Text(t, "name"), StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{Text(tool, "name")}` | {char.ToUpperInvariant(Text(tool, "effect")[0])} | {Text(tool, "description")} |\n");
            }
        }

        Compare("mcp-tools.md", page.ToString());
    }

    private static void Compare(string name, string made)
    {
        string path = Path.Combine(ReferenceFiles.RepositoryRoot, "docs", name);
        string now = made.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(ApproveVariable) == "1")
        {
            File.WriteAllText(path, now);
        }

        string[] stored = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] lines = now.TrimEnd().Split('\n');
        Assert.True(lines.SequenceEqual(stored), $"docs/{name} is not what the program says: {string.Join(" | ", lines.Except(stored).Take(3))}. {ApproveVariable}=1 dotnet test --filter DocumentTests writes it anew.");
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
