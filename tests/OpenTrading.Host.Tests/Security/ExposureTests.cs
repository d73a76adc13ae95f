using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Host.Security;

namespace OpenTrading.Host.Tests.Security;

public class ExposureTests
{
    private const string Safe = """
        [security]
        require_auth = true
        tls = true
        allowed_hosts = ["desk.example"]
        [server]
        rest_listen = "0.0.0.0:8010"
        """;

    [Fact]
    public void Refuse_Loopback_HasNoReason() => Assert.Empty(Reasons(""));

    [Fact]
    public void Refuse_EverywhereWithNothing_ListsEveryReason()
    {
        string[] reasons = Reasons("""
            [server]
            rest_listen = "0.0.0.0:8010"
            [mcp]
            listen = "[::]:8020"
            """);

        const string Reachable = "server.rest_listen = \"0.0.0.0:8010\" and mcp.listen = \"[::]:8020\" can be reached from other machines, but ";
        Assert.Equal(
            [
                Reachable + "security.require_auth is false; set it to true",
                Reachable + "security.tls is false; run 'opentrading tls new' and set it to true",
                Reachable + "security.allowed_hosts names this machine for itself alone; add the name or address by which others call it",
                Reachable + "this home has no operator; run 'opentrading operator init'",
            ],
            reasons);
    }

    [Fact]
    public void Refuse_EverywhereWithAll_HasNoReason() => Assert.Empty(Reasons(Safe, "op1"));

    [Fact]
    public void Refuse_EverywhereWithoutOperator_HasThatReason() => Assert.Contains("operator init", Assert.Single(Reasons(Safe)), StringComparison.Ordinal);

    [Fact]
    public void Refuse_AddressThatIsNone_IsAReason() =>
        Assert.Equal("server.rest_listen 'everywhere' is no address and port; write 127.0.0.1:8010", Assert.Single(Reasons("[server]\nrest_listen = \"everywhere\"\n")));

    private static string[] Reasons(string configuration, string? operatorName = null)
    {
        using var bench = new SecurityBench(configuration);
        if (operatorName is not null)
        {
            bench.AddOperator(operatorName);
        }

        try
        {
            Exposure.Refuse(bench.Configuration, bench.Home);
            return [];
        }
        catch (ConfigurationException e)
        {
            return [.. e.Errors.Select(error => error.Message)];
        }
    }
}
