using System.Text.RegularExpressions;
using OpenTrading.Host.Faces.Mcp.Prompts;
using OpenTrading.Host.Faces.Mcp.Resources;
using OpenTrading.Tests.Shared;

namespace OpenTrading.Host.Tests.Faces.Mcp;

/// <summary>What AI clients are told in words names tools that there are or will be.</summary>
public sealed partial class DeskTextTests
{
    [Fact]
    public void Pages_AndPrompts_NameToolsOfTheCatalog()
    {
        string catalog = Path.GetFullPath("../shared/CATALOG.md", ReferenceFiles.RepositoryRoot);
        if (!File.Exists(catalog))
        {
            return;
        }

        HashSet<string> known = [.. CatalogRow().Matches(File.ReadAllText(catalog)).Select(m => m.Groups[1].Value)];
        IEnumerable<string> texts = DeskPages.Names.Select(name => DeskPages.Read(name, [])!).SelectMany(text => Quoted().Matches(text).Select(m => m.Groups[1].Value))
            .Concat(DeskPrompt.All.SelectMany(p => p.Needs.Concat(Word().Matches(p.Text).Select(m => m.Value))));

        Assert.True(known.Count >= 160);
        Assert.Empty(texts.Where(name => !known.Contains(name)).Distinct().Except(["reduce_only", "spread_max"]));
    }

    [Fact]
    public void Pages_AreThoseOfTheCatalog() => Assert.Equal(
        "kill-switch,live-policy,mcp-usage,no-trade,paper-evaluation,pipeline,research,risk-rules,runbook,sop,tools", string.Join(',', DeskPages.Names));

    [GeneratedRegex(@"^\|([a-z0-9_]+)[ ⛔✖]*\|[RCSPO]\|", RegexOptions.Multiline)]
    private static partial Regex CatalogRow();

    [GeneratedRegex("`([a-z0-9]+(?:_[a-z0-9]+)+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[a-z0-9]+(?:_[a-z0-9]+)+\b")]
    private static partial Regex Word();
}
