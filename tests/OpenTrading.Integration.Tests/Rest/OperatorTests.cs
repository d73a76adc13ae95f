using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Operators, tokens and what they reach, at the command line and over REST of a running host.</summary>
public class OperatorTests(RestHost host) : IClassFixture<RestHost>
{
    [Fact]
    public async Task Token_OfAnOperatorWhoLoggedIn_WorksUntilItIsRevoked()
    {
        Outcome refused = await host.Workspace.RunAsync("token", "new", "--name", "early");
        Assert.Equal((4, "error: This needs an operator session at the running host. Run 'opentrading operator login'."), (refused.ExitCode, refused.Complaint));
        (await host.Workspace.RunAsync("operator", "login", "--passphrase-file", "passphrase")).RequireSuccess();

        JsonElement token = (await host.Workspace.RunAsync("token", "new", "--name", "late", "--days", "30", "--json")).Json;
        string secret = token.GetProperty("token").GetString()!;
        string id = token.GetProperty("tokenId").GetString()!;
        Assert.Equal(200, (await host.GetAsync("/call", secret)).Status);
        (int status, JsonElement answer) = await host.PostAsync("/tokens", """{"name":"own"}""", secret);
        Assert.Equal((403, "NOT_PERMITTED"), (status, RestHost.Code(answer)));

        (await host.Workspace.RunAsync("token", "revoke", id)).RequireSuccess();
        Assert.Equal(401, (await host.GetAsync("/call", secret)).Status);
        JsonElement listed = (await host.Workspace.RunAsync("token", "list", "--json")).Json.GetProperty("tokens").EnumerateArray().Single(t => t.GetProperty("id").GetString() == id);
        Assert.Equal(("late", "revoked"), (listed.GetProperty("name").GetString(), listed.GetProperty("state").GetString()));
        (await host.Workspace.RunAsync("operator", "logout")).RequireSuccess();
        Assert.Equal(4, (await host.Workspace.RunAsync("token", "new", "--name", "after")).ExitCode);
        await AssertNoSecretAsync(secret);
    }

    [Fact]
    public async Task Session_OverRest_ReachesWhatAnAnalystDoesNot()
    {
        (int status, JsonElement session) = await host.PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{RestHost.Passphrase}}"}""");
        string id = session.GetProperty("sessionId").GetString()!;
        Assert.Equal(200, status);

        JsonElement again = (await host.PostAsync("/operator/session/start", $$"""{"operator":"operator","passphrase":"{{RestHost.Passphrase}}"}""", id)).Answer;
        Assert.False(again.TryGetProperty("sessionId", out _));
        Assert.Equal((400, "VALIDATION_ERROR"), await RefusalAsync("/tokens", """{"name":"x","days":366}""", id));
        Assert.Equal((404, "NOT_FOUND"), await RefusalAsync("/tokens/tok_1/revoke", """{"why":"test"}""", id));
        Assert.Equal((403, "NOT_PERMITTED"), await RefusalAsync("/tokens", """{"name":"x"}""", host.Token));
        Assert.Equal((403, "NOT_PERMITTED"), await RefusalAsync("/tokens", """{"name":"x"}""", null));

        Assert.Equal(200, (await host.PostAsync("/operator/session/end", "", id)).Status);
        Assert.Equal((401, "UNAUTHENTICATED"), await RefusalAsync("/tokens", """{"name":"x"}""", id));
        await AssertNoSecretAsync(id);
    }

    [Fact]
    public async Task Login_WrongPassphrase_IsRefusedAndJournaled()
    {
        Assert.Equal((401, "UNAUTHENTICATED"), await RefusalAsync("/operator/session/start", """{"operator":"operator","passphrase":"wrong horse battery staple"}""", null));

        JsonElement failed = (await host.Workspace.RunAsync("audit", "show", "--type", "operator.login_failed", "--json")).Json.GetProperty("records")[0];
        Assert.Equal("operator", failed.GetProperty("payload").GetProperty("operator").GetString());
        await AssertNoSecretAsync("wrong horse");
    }

    [Fact]
    public async Task Init_FurtherOperator_NeedsOneWhoIsThere()
    {
        host.Workspace.Write("wrong", "wrong horse battery staple");
        Outcome refused = await host.Workspace.RunAsync("operator", "init", "--name", "second", "--passphrase-file", "passphrase", "--by-passphrase-file", "wrong");
        Assert.Equal(4, refused.ExitCode);

        (await host.Workspace.RunAsync("operator", "init", "--name", "second", "--passphrase-file", "passphrase", "--by-name", "operator", "--by-passphrase-file", "passphrase")).RequireSuccess();

        Assert.Equal(200, (await host.PostAsync("/operator/session/start", $$"""{"operator":"second","passphrase":"{{RestHost.Passphrase}}"}""")).Status);
    }

    private async Task<(int Status, string Code)> RefusalAsync(string path, string body, string? bearer)
    {
        (int status, JsonElement answer) = await host.PostAsync(path, body, bearer);
        return (status, RestHost.Code(answer));
    }

    // Nothing the host keeps, except the file that is for its owner alone and holds a session's id, may tell a secret.
    private async Task AssertNoSecretAsync(string secret)
    {
        (await host.Workspace.RunAsync("audit", "verify")).RequireSuccess();
        foreach (string file in Directory.EnumerateFiles(host.Workspace.Home, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            string content = await reader.ReadToEndAsync();
            Assert.DoesNotContain(secret, content, StringComparison.Ordinal);
            Assert.DoesNotContain(RestHost.Passphrase, content, StringComparison.Ordinal);
        }
    }
}
