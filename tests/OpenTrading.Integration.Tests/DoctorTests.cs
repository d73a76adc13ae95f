using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using OpenTrading.Integration.Tests.Program;

namespace OpenTrading.Integration.Tests;

/// <summary>What is missing on this machine, how to mend it, and who holds a port.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Doctor_PortHeldByThisProcess_NamesIt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = listener.LocalEndpoint.ToString()!;
        _workspace.Variables["OPENTRADING__SERVER__REST_LISTEN"] = address;

        Outcome outcome = await _workspace.RunAsync("doctor", "--json");

        JsonElement finding = Finding(outcome, "server.rest_listen");
        Assert.Equal("Fault", finding.GetProperty("severity").GetString());
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"{address} is held by process {Environment.ProcessId} ("), finding.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("end that process, or set server.rest_listen", finding.GetProperty("remedy").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, outcome.ExitCode);
    }

    [Fact]
    public async Task Doctor_FreshHome_SaysWhatToDoNext()
    {
        Outcome outcome = await _workspace.RunAsync("doctor", "--json");

        Assert.Equal("Ok", Finding(outcome, "configuration").GetProperty("severity").GetString());
        Assert.Equal("Ok", Finding(outcome, "plugins").GetProperty("severity").GetString());
        Assert.StartsWith("10 strategies, ", Finding(outcome, "plugins").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("opentrading import FILE", Finding(outcome, "market data").GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_BadConfiguration_IsAFaultWithItsLine()
    {
        _workspace.Write("config/bad.toml", "extends = \"opentrading.toml\"\n[run]\nspeeed = 5\n");

        Outcome outcome = await _workspace.RunAsync("doctor", "--config", "config/bad.toml", "--json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("config/bad.toml:3:1:", Finding(outcome, "configuration").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Finding(Outcome outcome, string subject)
    {
        using JsonDocument document = JsonDocument.Parse(outcome.Output);
        return document.RootElement.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("subject").GetString() == subject).Clone();
    }
}
