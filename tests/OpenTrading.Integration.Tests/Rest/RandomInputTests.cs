using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OpenTrading.Integration.Tests.Rest;

/// <summary>Whatever a caller sends, the host answers in order and goes on.</summary>
public class RandomInputTests(RestHost host) : IClassFixture<RestHost>
{
    private const int Rounds = 40;
    private static readonly int[] Expected = [200, 202, 400, 403, 404, 409, 422, 429, 501, 503];

    private static readonly string[] Scalars =
    [
        "null", "true", "0", "-1", "1e308", "99999999999999999999999999999", "0.1", "\"\"", "\"EURUSD\"", "\"NaN\"", "\"\\u0000\"", "\"\\ud800\"", "\"undefined\"",
        "\"2020-13-45\"", "\"../../etc/passwd\"", "\"{}\"", "\"[1,2]\"", "\"💥\"",
    ];

    [Fact]
    public async Task Call_RandomArgumentsToEveryCapability_IsAnswered()
    {
        var random = new Random(20261120);
        JsonElement list = (await host.GetAsync("/call", host.Token)).Answer;
        foreach (JsonElement capability in list.GetProperty("capabilities").EnumerateArray().Where(c => c.GetProperty("effect").GetString() != "operate"))
        {
            string name = capability.GetProperty("name").GetString()!;
            string[] parameters = [.. capability.GetProperty("parameters").EnumerateArray().Select(p => p.GetString()!)];
            for (int round = 0; round < Rounds; round++)
            {
                string body = RandomObject(random, parameters, depth: 3);

                (int status, JsonElement answer) = await host.PostAsync($"/call/{name}", body, host.Token);

                Assert.True(Expected.Contains(status), $"{name} {body}: {status} {answer}");
                Assert.True(answer.TryGetProperty(status < 300 ? "summary" : "error", out _), $"{name} {body}: {answer}");
            }
        }

        Assert.Equal(200, (await host.GetAsync("/call")).Status);
    }

    [Fact]
    public async Task Post_RandomBytes_IsAValidationError()
    {
        var random = new Random(20261121);
        for (int round = 0; round < 100; round++)
        {
            byte[] bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            bytes[0] = (byte)'{';
            using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };

            using HttpResponseMessage response = await host.Client.PostAsync("/market/bars", content);

            Assert.Equal(400, (int)response.StatusCode);
            Assert.Equal("VALIDATION_ERROR", RestHost.Code(JsonElement.Parse(await response.Content.ReadAsStringAsync())));
        }
    }

    private static string RandomObject(Random random, string[] names, int depth)
    {
        var text = new StringBuilder("{");
        foreach (string name in names.Append("unknown").Where(_ => random.Next(3) > 0))
        {
            text.Append(text.Length > 1 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\":").Append(RandomValue(random, names, depth));
        }

        return text.Append('}').ToString();
    }

    private static string RandomValue(Random random, string[] names, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        6 => $"[{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => RandomValue(random, names, depth - 1)))}]",
        7 => RandomObject(random, names, depth - 1),
        _ => Scalars[random.Next(Scalars.Length)],
    };
}
