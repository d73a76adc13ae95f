using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenTrading.Host.Tests.Faces.Rest;

public class OpenApiDocumentTests
{
    [Fact]
    public async Task For_Capability_HasItsRouteArgumentsAndResult()
    {
        await using RestBench bench = await RestBench.StartAsync();
        JsonElement document = await DocumentAsync(bench);

        JsonElement get = document.GetProperty("paths").GetProperty("/test/items/{id}").GetProperty("get");
        Assert.Equal(
            """
            [{"name":"id","in":"path","required":true,"schema":{"type":"string"}},
            {"name":"count","in":"query","required":false,"description":"How often","schema":{"type":"integer","minimum":1,"maximum":100,"default":3}},
            {"name":"names","in":"query","required":false,"schema":{"type":"array","items":{"type":"string"}}}]
            """.Replace("\n", "", StringComparison.Ordinal),
            get.GetProperty("parameters").GetRawText());
        Assert.Equal(("get_item", "read", "analyst"), (Text(get, "operationId"), Text(get, "x-opentrading-effect"), Text(get, "x-opentrading-role")));
        Assert.Equal("""["NOT_FOUND"]""", get.GetProperty("x-opentrading-errors").GetRawText());
        JsonElement post = document.GetProperty("paths").GetProperty("/test/items/{id}").GetProperty("post");
        Assert.Equal(
            """{"type":"object","properties":{"price":{"type":"number"}},"additionalProperties":false}""",
            post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetRawText());
        Assert.False(post.GetProperty("requestBody").GetProperty("required").GetBoolean());
        Assert.Equal("string", document.GetProperty("components").GetProperty("schemas").GetProperty("get_item_result").GetProperty("properties").GetProperty("summary").GetProperty("type").GetString());
    }

    [Fact]
    public async Task For_Caller_ShowsWhatTheyMayCall()
    {
        await using RestBench bench = await RestBench.StartAsync();

        Assert.Equal(["compute", "fail", "find_items", "get_item", "post_item"], await OperationsAsync(bench));
        Assert.Equal(["change", "compute", "fail", "find_items", "get_item", "post_item"], await OperationsAsync(bench.AsAnalyst()));
        Assert.Equal(["change", "compute", "fail", "find_items", "get_item", "operate", "post_item"], await OperationsAsync(bench.AsOperator()));
    }

    [Fact]
    public async Task For_Anybody_EveryReferenceLeadsSomewhere()
    {
        await using RestBench bench = await RestBench.StartAsync();
        JsonElement document = await DocumentAsync(bench.AsOperator());

        string[] references = [.. Regex.Matches(document.GetRawText(), "\"\\$ref\":\"#/([^\"]+)\"").Select(m => m.Groups[1].Value).Distinct()];

        Assert.Contains("components/schemas/Job", references);
        Assert.All(references, reference =>
        {
            JsonElement at = document;
            Assert.All(reference.Split('/'), part => at = at.GetProperty(part));
        });
    }

    private static async Task<string[]> OperationsAsync(RestBench bench) =>
        [.. (await DocumentAsync(bench)).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => Text(o.Value, "operationId")).Order(StringComparer.Ordinal)];

    private static async Task<JsonElement> DocumentAsync(RestBench bench) => JsonElement.Parse(await bench.Client.GetStringAsync("/openapi.json"));

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
