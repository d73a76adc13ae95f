using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenTrading.Kernel.Capabilities;

namespace OpenTrading.Host.Tests.Faces.Rest;

public class RestHandlerTests
{
    [Theory]
    [InlineData("GET", "/test/items/7", null, "7 3 ")]
    [InlineData("GET", "/test/items/find", null, "found")]
    [InlineData("GET", "/test/items/a%2Fb%20c?count=5&names=x&names=y", null, "a/b c 5 x+y")]
    [InlineData("GET", "/test/items/%25?names=x,y", null, "% 3 x+y")]
    [InlineData("POST", "/test/items/7", null, "7 ")]
    [InlineData("POST", "/test/items/7", """ { "price" : "1.5" } """, "7 1.5")]
    [InlineData("POST", "/test/items/7", "{}", "7 ")]
    [InlineData("POST", "/call/post_item", """{"id":7,"price":3}""", "7 3")]
    public async Task Answer_ArgumentsInPathQueryAndBody_ReachTheCapability(string method, string path, string? body, string said)
    {
        await using RestBench bench = await RestBench.StartAsync();

        Assert.Equal((200, said), await bench.SendAsync(method, path, body));
    }

    [Theory]
    [InlineData("GET", "/test/items/7?count=0", null, 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/test/items/7?count=1000000000", null, 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/test/items/7?count=NaN", null, 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/test/items/7?id=8", null, 400, "VALIDATION_ERROR")]
    [InlineData("GET", "/test/items/7?nmaes=x", null, 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", """{"price":NaN}""", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", """{"price":1e999}""", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", """{"price":1""", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", """{"id":"8"}""", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", """{"price":"\ud800"}""", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7", "[1]", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/call/change", "[1]", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/test/items/7?price=2", "{}", 400, "VALIDATION_ERROR")]
    [InlineData("POST", "/call/nothing", "{}", 404, "NOT_FOUND")]
    [InlineData("GET", "/test/items/", null, 404, "NOT_FOUND")]
    [InlineData("GET", "/test/../test/items/7", null, 200, "7 3 ")]
    [InlineData("GET", "/nothing", null, 404, "NOT_FOUND")]
    [InlineData("PUT", "/test/items/7", "{}", 405, "NOT_SUPPORTED")]
    [InlineData("OPTIONS", "/test/items/7", null, 405, "NOT_SUPPORTED")]
    [InlineData("GET", "/test/fail", null, 500, "PLUGIN_ERROR")]
    public async Task Answer_BadInput_RightStatusAndCode(string method, string path, string? body, int status, string code)
    {
        await using RestBench bench = await RestBench.StartAsync();
        bench.AsAnalyst();

        Assert.Equal((status, code), await bench.SendAsync(method, path, body));
        Assert.Equal((200, "found"), await bench.SendAsync("GET", "/test/items/find"));
    }

    [Fact]
    public async Task Answer_Refusal_IsAProblemAroundTheErrorOfEveryFace()
    {
        await using RestBench bench = await RestBench.StartAsync();

        using HttpResponseMessage response = await bench.AnswerAsync("GET", "/test/items/7?cuont=5");

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            """
            {"type":"urn:opentrading:error:VALIDATION_ERROR","title":"Validation error","status":400,"detail":"Unknown argument 'cuont'; did you mean 'count'?",
            "error":{"code":"VALIDATION_ERROR","message":"Unknown argument 'cuont'; did you mean 'count'?","remedy":"Correct the arguments named in details.",
            "details":[{"path":["cuont"],"message":"Unknown argument 'cuont'; did you mean 'count'?"}]}}
            """.Replace("\n", "", StringComparison.Ordinal),
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Answer_Unexpected_TellsNothingOfIt()
    {
        await using RestBench bench = await RestBench.StartAsync();

        using HttpResponseMessage response = await bench.AnswerAsync("GET", "/test/fail");

        string text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "POST", "/test/change", """{"what":"x"}""", 403, "NOT_PERMITTED")]
    [InlineData("none", "DELETE", "/test/operate", null, 403, "NOT_PERMITTED")]
    [InlineData("none", "POST", "/call/operate", "{}", 403, "NOT_PERMITTED")]
    [InlineData("analyst", "POST", "/test/change", """{"what":"x"}""", 200, "x 1")]
    [InlineData("analyst", "DELETE", "/test/operate", null, 403, "NOT_PERMITTED")]
    [InlineData("analyst", "POST", "/call/operate", "{}", 403, "NOT_PERMITTED")]
    [InlineData("analyst", "POST", "/test/propose", null, 403, "NOT_PERMITTED")]
    [InlineData("operator", "DELETE", "/test/operate", null, 200, "operated 1 ")]
    [InlineData("operator", "POST", "/test/propose", null, 403, "NOT_PERMITTED")]
    [InlineData("foreign", "GET", "/test/items/7", null, 401, "UNAUTHENTICATED")]
    public async Task Answer_Role_DecidesWhatIsReached(string role, string method, string path, string? body, int status, string said)
    {
        await using RestBench bench = await RestBench.StartAsync();
        _ = role switch
        {
            "analyst" => bench.AsAnalyst(),
            "operator" => bench.AsOperator(),
            "foreign" => bench.With("ot_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            _ => bench,
        };

        Assert.Equal((status, said), await bench.SendAsync(method, path, body));
        Assert.Equal(status == 200 && said.StartsWith("operated", StringComparison.Ordinal) ? 1 : 0, bench.Samples.Operated);
    }

    [Fact]
    public async Task Answer_SessionEnds_SoDoesTheOperator()
    {
        await using RestBench bench = await RestBench.StartAsync();
        bench.AsOperator();
        bench.Security.Clock.Pass(TimeSpan.FromMinutes(15));

        Assert.Equal((401, "UNAUTHENTICATED"), await bench.SendAsync("DELETE", "/test/operate"));
    }

    [Fact]
    public async Task Answer_Secrets_StayOutOfTheRequestHash()
    {
        await using RestBench bench = await RestBench.StartAsync();
        bench.AsOperator();

        await bench.SendAsync("DELETE", "/test/operate?passphrase=one");
        await bench.SendAsync("DELETE", "/test/operate?passphrase=two");

        string[] hashes = [.. bench.Security.Journal.Records.Where(r => r.Type == "capability.called").Select(r => JsonElement.Parse(r.Payload).GetProperty("requestHash").GetString()!)];
        Assert.Equal(2, hashes.Length);
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public async Task Answer_IdempotencyKey_OneEffect()
    {
        await using RestBench bench = await RestBench.StartAsync();
        bench.AsAnalyst();
        (string, string) key = ("Idempotency-Key", "k1");

        Assert.Equal((200, "x 1"), await bench.SendAsync("POST", "/test/change", """{"what":"x"}""", key));
        using HttpResponseMessage again = await bench.AnswerAsync("POST", "/test/change", """{"what":"x"}""", key);
        Assert.Equal("""{"summary":"x 1","replayed":true}""", await again.Content.ReadAsStringAsync());
        Assert.Equal((409, "CONFLICT"), await bench.SendAsync("POST", "/test/change", """{"what":"y"}""", key));
        Assert.Equal((400, "VALIDATION_ERROR"), await bench.SendAsync("POST", "/test/change", """{"what":"x"}""", ("Idempotency-Key", "k 1")));
        Assert.Equal(1, bench.Samples.Changes);
    }

    [Fact]
    public async Task Answer_SameReadAgain_IsNotSentTwice()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using HttpResponseMessage first = await bench.AnswerAsync("GET", "/test/items/7");
        string tag = first.Headers.ETag!.ToString();

        Assert.Equal((304, ""), await bench.SendAsync("GET", "/test/items/7", null, ("If-None-Match", tag)));
        Assert.Equal((304, ""), await bench.SendAsync("GET", "/test/items/7", null, ("If-None-Match", $"\"other\", W/{tag}")));
        Assert.Equal((200, "8 3 "), await bench.SendAsync("GET", "/test/items/8", null, ("If-None-Match", tag)));
    }

    [Fact]
    public async Task Answer_LongJob_Is202WithItsId()
    {
        await using RestBench bench = await RestBench.StartAsync(inlineWait: TimeSpan.FromMilliseconds(50));
        bench.AsAnalyst();

        using HttpResponseMessage response = await bench.AnswerAsync("POST", "/test/compute", """{"wait":true}""");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        JsonElement job = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("running", job.GetProperty("status").GetString());
        Assert.StartsWith("job_", job.GetProperty("jobId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ClientGoesAway_EndsItsJobAndTheHostGoesOn()
    {
        await using RestBench bench = await RestBench.StartAsync();
        bench.AsAnalyst();
        using var leaving = new CancellationTokenSource();
        Task<HttpResponseMessage> call = bench.Client.PostAsync("/test/compute", new StringContent("""{"wait":true}""", Encoding.UTF8, "application/json"), leaving.Token);
        while (bench.Dispatcher.Jobs.All.Count == 0 || bench.Dispatcher.Jobs.All[0].Status != JobStatus.Running)
        {
            await Task.Yield();
        }

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await bench.Samples.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((200, "found"), await bench.SendAsync("GET", "/test/items/find"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_TenMegabytes_AreTooMany(bool saysHowMany)
    {
        await using RestBench bench = await RestBench.StartAsync();
        using var content = new StringContent($$"""{"price":"{{new string('1', 10 << 20)}}"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/test/items/7") { Content = content };
        request.Headers.TransferEncodingChunked = !saysHowMany;

        using HttpResponseMessage response = await bench.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("LIMIT_EXCEEDED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((200, "found"), await bench.SendAsync("GET", "/test/items/find"));
    }

    [Fact]
    public async Task Answer_BodyThatIsNotSaidToBeJson_IsRefused()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using var content = new StringContent("""{"price":1}""", new MediaTypeHeaderValue("text/plain"));

        using HttpResponseMessage response = await bench.Client.PostAsync("/test/items/7", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Content-Type 'text/plain' is not application/json", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ForeignHostOrOrigin_IsForbiddenEvenForThePage()
    {
        await using RestBench bench = await RestBench.StartAsync();

        Assert.Equal((403, "NOT_PERMITTED"), await bench.SendAsync("GET", "/docs", null, ("Host", "evil.example")));
        Assert.Equal((403, "NOT_PERMITTED"), await bench.SendAsync("GET", "/test/items/7", null, ("Host", "evil.example")));
        Assert.Equal((403, "NOT_PERMITTED"), await bench.SendAsync("GET", "/test/items/7", null, ("Origin", "https://evil.example")));
        Assert.Equal((200, "7 3 "), await bench.SendAsync("GET", "/test/items/7", null, ("Origin", bench.Address.GetLeftPart(UriPartial.Authority))));
        using HttpResponseMessage plain = await bench.AnswerAsync("GET", "/test/items/7");
        Assert.DoesNotContain(plain.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Answer_CatalogChanges_RoutesFollowAtOnce()
    {
        await using RestBench bench = await RestBench.StartAsync();
        using HttpResponseMessage before = await bench.AnswerAsync("GET", "/openapi.json");

        bench.Dispatcher.Catalog.Remove("sample");

        Assert.Equal((404, "NOT_FOUND"), await bench.SendAsync("GET", "/test/items/7"));
        using HttpResponseMessage after = await bench.AnswerAsync("GET", "/openapi.json");
        Assert.Contains("get_item", await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("get_item", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        bench.Dispatcher.Catalog.Add(CapabilityDescriptor.Of(bench.Samples, "sample"));
        Assert.Equal((200, "7 3 "), await bench.SendAsync("GET", "/test/items/7"));
    }

    [Fact]
    public async Task Answer_ThousandCallsAtOnce_AllAnswered()
    {
        await using RestBench bench = await RestBench.StartAsync();

        (int Status, string Said)[] answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => bench.SendAsync("GET", $"/test/items/{i}")));

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (200, $"{i} 3 ")), answers);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/docs.js", "text/javascript")]
    [InlineData("/docs/docs.css", "text/css")]
    public async Task Answer_Page_AsksNothingOfOtherHosts(string path, string type)
    {
        await using RestBench bench = await RestBench.StartAsync();

        using HttpResponseMessage response = await bench.AnswerAsync("GET", path);

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("default-src 'none'; script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("//", (await response.Content.ReadAsStringAsync()).Replace("// ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
