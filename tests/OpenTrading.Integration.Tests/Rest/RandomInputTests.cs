using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Whatever a caller sends, the host answers in order and goes on.</summary>
public class RandomInputTests(RestHost host) : IClassFixture<RestHost>
{
    // A caller may change things forty times in a row; after that it is asked to wait.
    private const int Rounds = 40;

    // None of them is an error of the host's own.
    private static readonly int[] Expected = [200, 202, 400, 403, 404, 409, 413, 422, 423, 429, 501, 503, 504];

    [Fact]
    public async Task Call_RandomArgumentsToEveryCapability_IsAnswered()
    {
        string session = await host.LogInAsync();
        JsonElement[] capabilities = await CapabilitiesAsync(host.Token);
        Assert.True(capabilities.Length > 20);
        foreach (JsonElement capability in capabilities.Where(c => c.GetProperty("name").GetString() != "start_operator_session"))
        {
            string name = capability.GetProperty("name").GetString()!;
            string token = capability.GetProperty("effect").GetString() == "read" ? host.Token : await host.NewTokenAsync($"for-{name}", session);
            Check(RandomJson.Arguments(capability.GetProperty("detail").GetProperty("inputSchema")), Rounds, body => IsAnsweredAsync($"/call/{name}", body, token));
        }

        Assert.Equal(200, (await host.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task Operate_RandomArguments_IsAnswered()
    {
        foreach (JsonElement capability in await CapabilitiesAsync(await host.LogInAsync()))
        {
            string name = capability.GetProperty("name").GetString()!;
            if (capability.GetProperty("effect").GetString() == "operate" && name is not ("start_operator_session" or "end_operator_session"))
            {
                string session = await host.LogInAsync();
                Check(RandomJson.Arguments(capability.GetProperty("detail").GetProperty("inputSchema")), 10, body => IsAnsweredAsync($"/call/{name}", body, session));
            }
        }
    }

    [Fact]
    public void Post_RandomBytes_IsAValidationError() => Check(
        Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(100),
        100,
        async bytes =>
        {
            using var content = new ByteArrayContent([(byte)'{', .. bytes]) { Headers = { ContentType = new("application/json") } };
            using HttpResponseMessage response = await host.Client.PostAsync("/market/bars", content);
            return (int)response.StatusCode == 400 && RestHost.Code(JsonElement.Parse(await response.Content.ReadAsStringAsync())) == "VALIDATION_ERROR";
        });

    [Fact]
    public void Get_RandomPaths_AreAnsweredInOrder() => Check(
        Gen.Elements("call", "..", ".", "%2e%2e", "%2f", "%00", "%", "%ff%fe", "market", "quote", "EURUSD", "tokens", "docs", "docs.css", "openapi.json", "events%", "💥", "a b", ";", "?x=1", "\\").ArrayOf(5),
        150,
        async parts =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{host.Client.BaseAddress}{string.Join('/', parts)}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            using HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            return (int)response.StatusCode is 200 or 304 or 400 or 403 or 404 or 405 or 503;
        });

    private static void Check<T>(Gen<T> inputs, int rounds, Func<T, Task<bool>> holds) =>
        Prop.ForAll(inputs.ToArbitrary(), input => holds(input).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds).WithReplay(20261120, 1));

    private async Task<JsonElement[]> CapabilitiesAsync(string credential) =>
        [.. (await host.GetAsync("/call?schemas=true", credential)).Answer.GetProperty("capabilities").EnumerateArray()];

    private async Task<bool> IsAnsweredAsync(string path, string body, string credential)
    {
        (int status, JsonElement answer) = await host.PostAsync(path, body, credential);
        return Expected.Contains(status) && answer.TryGetProperty(status < 300 ? "summary" : "error", out _);
    }
}
