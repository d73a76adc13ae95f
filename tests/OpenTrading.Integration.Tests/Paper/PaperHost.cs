using OpenTrading.Integration.Tests.Rest;

namespace OpenTrading.Integration.Tests.Paper;

/// <summary>A host whose paper account AI clients may use: a bar of its made-up market closes ten times a second.</summary>
public sealed class PaperHost : RestHost
{
    /// <summary>Where MCP is served.</summary>
    public Uri Mcp { get; private set; } = new("http://127.0.0.1/");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        string line = await Host.LineWithAsync("mcp       at ");
        Mcp = new Uri(new Uri(line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal))), "/mcp");
    }

    private protected override void Prepare()
    {
        Workspace.Variables["OPENTRADING__MCP__DATA_ONLY"] = "false";
        Workspace.Variables["OPENTRADING__RUN__SPEED"] = "600";
        Workspace.Variables["OPENTRADING__ACCOUNTS__CASH"] = "100000";

        // No strategy is ever so sure: the account belongs to the tests.
        Workspace.Variables["OPENTRADING__RISK__MIN_SIGNAL_CONFIDENCE__VALUE"] = "1";
    }
}
