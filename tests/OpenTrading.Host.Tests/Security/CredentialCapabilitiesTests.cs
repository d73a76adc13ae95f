using OpenTrading.Host.Security;
using OpenTrading.Host.Tests.Support;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Security;

public sealed class CredentialCapabilitiesTests : IDisposable
{
    private readonly SecurityBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(Surface.Mcp, Role.Operator, true, "")]
    [InlineData(Surface.Mcp, Role.Analyst, false, "")]
    [InlineData(Surface.Rest, Role.Analyst, false, "start_operator_session")]
    [InlineData(Surface.Rest, Role.Analyst, true, "start_operator_session")]
    [InlineData(Surface.Cli, Role.Operator, true, "create_token,end_operator_session,revoke_token,start_operator_session")]
    public void IsPermitted_CallerAndFace_NobodyOverMcpAndTheLoginToAllOthers(Surface surface, Role role, bool isAuthenticated, string names)
    {
        var access = new AccessPolicy(new AccessMode(DataOnly: false, EnableLiveTools: true), _ => true);
        var caller = new Principal("client:x", role, isAuthenticated);

        Assert.Equal(names, string.Join(',', Capabilities().Where(c => access.IsPermitted(c, caller, surface)).Select(c => c.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void CreateToken_PassphraseEnteredLongAgo_NeedsItAgain()
    {
        var capabilities = new CredentialCapabilities(_bench.Security, _bench.Journal, _bench.Clock);
        var call = new Call(_bench.Security.Sessions.Open("op1").Session.Caller);
        Assert.Equal(_bench.Clock.GetUtcNow().AddDays(30).UtcDateTime, capabilities.CreateToken(call, "early", 30).ExpiresAt);

        _bench.Clock.Pass(TimeSpan.FromMinutes(6));

        Assert.Equal(ErrorCode.SessionRequired, Assert.Throws<CapabilityException>(() => capabilities.CreateToken(call, "late", 30)).Code);
        (string actor, string type, string payload) = Assert.Single(_bench.Journal.Records);
        Assert.Equal(("operator:op1", "token.created"), (actor, type));
        Assert.Contains("\"name\":\"early\"", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("ot_", payload, StringComparison.Ordinal);
    }

    private IReadOnlyList<CapabilityDescriptor> Capabilities() =>
        CapabilityDescriptor.Of(new CredentialCapabilities(_bench.Security, _bench.Journal, _bench.Clock), CapabilityDescriptor.Host);
}
