using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Delivery;
using OpenTrading.Alerts.Tests.Support;
using OpenTrading.Alerts.Watching;
using OpenTrading.Features.Tests.Support;

namespace OpenTrading.Alerts.Tests.Delivery;

public sealed class WebhookSenderTests(RecordedMarket recorded) : IClassFixture<RecordedMarket>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // A machine under load is slow, and an attempt that is given up would be another one.
    private static readonly AlertsOptions Patient = new() { WebhookTimeoutMs = 60_000 };

    private readonly string _folder = Directory.CreateTempSubdirectory("opentrading-alerts-").FullName;
    private AlertsContext _context = null!;

    [Fact]
    public async Task Send_Fired_ArrivesSigned()
    {
        await using var receiver = new StubReceiver("200 OK");
        await using var sender = new WebhookSender(_context, Patient, _ => true);

        sender.Send(Fired(receiver.Url));
        string request = await NextAsync(receiver);

        string[] parts = request.Split("\r\n\r\n");
        string signature = parts[0].Split("\r\n").Single(l => l.StartsWith("X-OpenTrading-Signature: ", StringComparison.Ordinal))[25..];
        string time = signature.Split(',')[0][2..];
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(AlertsContext.SigningSecret), Encoding.UTF8.GetBytes($"{time}.{parts[1]}"));
        Assert.Equal($"t={time},v1={Convert.ToHexStringLower(expected)}", signature);
        JsonElement body = JsonElement.Parse(parts[1]);
        Assert.Equal(("alert.fired", "alt_1", "EURUSD", "above 1.095", 1.0951m, "breakout"), (Text("type"), Text("alertId"), Text("symbol"), Text("condition"), body.GetProperty("price").GetDecimal(), Text("note")));
        Assert.Equal("alert.webhook_sent", await NotedAsync());

        string Text(string name) => body.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task Send_ReceiverFailsOnce_IsTriedAgain()
    {
        await using var receiver = new StubReceiver("503 Busy", "204 No Content");
        await using var sender = new WebhookSender(_context, Patient with { WebhookRetries = 1 }, _ => true);

        sender.Send(Fired(receiver.Url));

        Assert.Equal("alert.webhook_sent", await NotedAsync());
        Assert.Equal(2, receiver.Received.Reader.Count);
    }

    [Theory]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/elsewhere")]
    [InlineData("400 Bad Request")]
    public async Task Send_RedirectOrRefusal_EndsThere(string answer)
    {
        await using var receiver = new StubReceiver(answer);
        await using var sender = new WebhookSender(_context, Patient, _ => true);

        sender.Send(Fired(receiver.Url));

        Assert.Equal("alert.webhook_failed", await NotedAsync());
        Assert.Equal(1, receiver.Received.Reader.Count);
    }

    [Fact]
    public async Task Send_ToThisMachine_IsRefusedWhereItConnects()
    {
        await using var receiver = new StubReceiver("200 OK");
        await using var sender = new WebhookSender(_context, new AlertsOptions());

        sender.Send(Fired(receiver.Url));

        Assert.Equal("alert.webhook_failed", await NotedAsync());
        Assert.Contains("private network", _context.Noted.Single().Facts.Single(f => f.Name == "why").Value, StringComparison.Ordinal);
        Assert.Equal(0, receiver.Received.Reader.Count);
    }

    [Fact]
    public async Task Send_ReceiverThatNeverAnswers_KeepsNobodyWaiting()
    {
        await using var silent = new StubReceiver((string?)null);
        await using var receiver = new StubReceiver("200 OK");
        await using (var sender = new WebhookSender(_context, Patient, _ => true))
        {
            for (int i = 0; i < 150; i++)
            {
                sender.Send(Fired(silent.Url));
            }

            await NextAsync(silent);
            sender.Send(Fired(receiver.Url));
            await NextAsync(receiver);

            // Of one receiver a hundred wait at most; the others were dropped and noted at once.
            Assert.Equal(50, _context.Noted.Count(n => n.Type == "alert.webhook_dropped"));
        }
    }

    [Fact]
    public async Task Send_SilentReceiver_IsGivenUp()
    {
        await using var silent = new StubReceiver((string?)null);
        await using var sender = new WebhookSender(_context, new AlertsOptions { WebhookTimeoutMs = 100, WebhookRetries = 0 }, _ => true);

        sender.Send(Fired(silent.Url));

        Assert.Equal("alert.webhook_failed", await NotedAsync());
    }

    public Task InitializeAsync()
    {
        _context = new AlertsContext(recorded, _folder);
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private static Task<string> NextAsync(StubReceiver receiver) => receiver.Received.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private async Task<string> NotedAsync()
    {
        for (int i = 0; i < 2400 && _context.Noted.IsEmpty; i++)
        {
            await Task.Delay(50);
        }

        return _context.Noted.TryPeek(out (string Type, IReadOnlyList<(string Name, string? Value)> Facts) noted) ? noted.Type : "nothing";
    }

    private FiredAlert Fired(Uri url)
    {
        var firing = new Firing(recorded.Clock.Now, 1.0951m);
        return new FiredAlert(
            new Alert
            {
                AlertId = "alt_1", Symbol = "EURUSD", BrokerSymbol = "EURUSD", Source = "file:EURUSD", Condition = AlertCondition.Above, Price = 1.095m, Note = "breakout", Webhook = url.ToString(), CreatedAt = recorded.Clock.Now,
            },
            firing);
    }
}
