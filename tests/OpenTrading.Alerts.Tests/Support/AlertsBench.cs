using System.Text.Json;
using OpenTrading.Alerts.Book;
using OpenTrading.Alerts.Capabilities;
using OpenTrading.Alerts.Delivery;
using OpenTrading.Alerts.Watching;
using OpenTrading.Features.Tests.Support;
using OpenTrading.Kernel.Tests.Support;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Alerts.Tests.Support;

/// <summary>Alerts over a recorded market: called as a face calls them, fed with prices by hand. A second one over the same folder is the host after a restart.</summary>
internal sealed class AlertsBench : IDisposable
{
    private readonly CapabilityBench _bench;
    private readonly RecordedMarket _recorded;

    public AlertsBench(RecordedMarket recorded, string folder, AlertsOptions? options = null)
    {
        _recorded = recorded;
        Options = options ?? new AlertsOptions();
        Context = new AlertsContext(recorded, folder);
        Engine = new AlertEngine(Context, new AlertBook(Context, Options.MaxActive));
        Engine.Fired += fired => Fired.AddRange(fired);
        var addresses = new WebhookAddress(Options, (host, _) => Task.FromResult<System.Net.IPAddress[]>([System.Net.IPAddress.Parse(host.EndsWith(".example", StringComparison.Ordinal) ? "93.184.216.34" : "10.1.2.3")]));
        _bench = new CapabilityBench(new AlertCapabilities(Engine, Context, new Paging(TimeProvider.System)), new CreateCapabilities(Engine, Context, addresses, Options));
    }

    public AlertsOptions Options { get; }

    public AlertsContext Context { get; }

    public AlertEngine Engine { get; }

    /// <summary>What fired, oldest first.</summary>
    public List<FiredAlert> Fired { get; } = [];

    public JsonElement Call(string name, string arguments = "{}") => _bench.Call(name, arguments);

    public string Refusal(string name, string arguments) => _bench.Refusal(name, arguments);

    /// <summary>Makes an alert.</summary>
    /// <returns>Its id.</returns>
    public string Create(string arguments)
    {
        JsonElement answer = Call("create_alert", arguments);
        return answer.TryGetProperty("alertId", out JsonElement id) ? id.GetString()! : throw new InvalidOperationException(answer.GetRawText());
    }

    /// <summary>Lets EURUSD tick.</summary>
    public void Tick(params double[] bids)
    {
        foreach (double bid in bids)
        {
            Engine.Hear(new MarketEvent(SeriesKey.Ticks("EURUSD"), _recorded.Clock.Now, default, new Tick(_recorded.Clock.Now, bid, bid + 0.0001)));
        }
    }

    public void Dispose() => _bench.Dispose();
}
