using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using OpenTrading.Host.Configuration;
using OpenTrading.Host.Plugins;
using OpenTrading.Host.Running;
using OpenTrading.Host.Tests.Configuration;
using OpenTrading.Host.Tests.Plugins;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Kernel.Journal;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Tests.Running;

public sealed class HostCapabilitiesTests : IDisposable
{
    private static readonly Principal Analyst = new("client:a", Role.Analyst);

    private readonly ConfigFolder _config = new();
    private readonly PluginFolder _folder = new();

    public void Dispose()
    {
        _config.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Call_CapabilityOfAScript_AnswersAndChangesAsItIsSaved()
    {
        Script("greeting", Capability("greet", "new Greeting { Summary = \"hello \" + name }"));
        using PluginSet plugins = _folder.Load();
        Assert.Empty(plugins.Catalog.Faults);
        using HostCapabilities host = Host(plugins);
        Assert.Equal("""{"summary":"hello you"}""", await Call(host, "greet"));

        Script("greeting", Capability("greet", "new Greeting { Summary = \"good evening \" + name }"));
        plugins.Reload("greeting");
        Assert.Equal("""{"summary":"good evening you"}""", await Call(host, "greet"));

        File.Delete(Path.Combine(_folder.Strategies, "greeting.csx"));
        plugins.Reload("greeting");
        Assert.Contains("NOT_FOUND", await Call(host, "greet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CapabilityThrows_ItsPluginIsDisabledAloneAndSaysWhy()
    {
        _folder.Drop("Bad", Capability("bad", "throw new InvalidOperationException(\"the secret is 42\")"));
        _folder.Drop("Good", Capability("good", "new Greeting { Summary = name }"));
        using PluginSet plugins = _folder.Load();
        using HostCapabilities host = Host(plugins);

        Assert.Equal(
            """{"error":{"code":"PLUGIN_ERROR","message":"Plugin Bad failed in bad","remedy":"See 'opentrading plugins list' for the reason.","details":[]}}""",
            await Call(host, "bad"));
        Assert.Contains("NOT_FOUND", await Call(host, "bad"), StringComparison.Ordinal);
        Assert.Equal((PluginState.Disabled, "capability bad failed: it threw InvalidOperationException: the secret is 42"), (plugins.Catalog.Find("Bad")!.State, plugins.Catalog.Find("Bad")!.Why));
        Assert.Equal("""{"summary":"you"}""", await Call(host, "good"));
    }

    [Fact]
    public async Task Call_CapabilityRefuses_ItsPluginStays()
    {
        _folder.Drop("Picky", Capability("picky", "throw new CapabilityException(ErrorCode.NotSupported, \"Not today\", \"Come tomorrow.\")"));
        using PluginSet plugins = _folder.Load();
        using HostCapabilities host = Host(plugins);

        Assert.Contains("NOT_SUPPORTED", await Call(host, "picky"), StringComparison.Ordinal);
        Assert.Equal(PluginState.Loaded, plugins.Catalog.Find("Picky")!.State);
    }

    [Fact]
    public async Task Call_CapabilityOfAScriptLoops_IsStoppedAndDisabledAndItsCureAnswers()
    {
        Script("greeting", Capability("greet", "Loop()", "static Greeting Loop() { while (true) { } }"));
        using PluginSet plugins = _folder.Load();
        Assert.Empty(plugins.Catalog.Faults);
        var failed = new TaskCompletionSource<Plugin>(TaskCreationOptions.RunContinuationsAsynchronously);
        plugins.Failed += plugin => failed.TrySetResult(plugin);
        using HostCapabilities host = Host(plugins, new CallLimits { Timeout = TimeSpan.FromMilliseconds(300), Grace = TimeSpan.FromSeconds(10) });

        Assert.Contains("TIMEOUT", await Call(host, "greet"), StringComparison.Ordinal);
        Plugin disabled = await failed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((PluginState.Disabled, "capability greet did not return and was stopped"), (disabled.State, disabled.Why));

        Script("greeting", Capability("greet", "new Greeting { Summary = \"cured\" }"));
        plugins.Reload("greeting");
        Assert.Equal("""{"summary":"cured"}""", await Call(host, "greet"));
    }

    [Fact]
    public async Task Reload_AHundredTimesWithCallsBetween_OldVersionsAreCollected()
    {
        using PluginSet plugins = _folder.Load();
        using HostCapabilities host = Host(plugins);
        var old = new List<WeakReference>();
        for (int i = 0; i < 100; i++)
        {
            old.Add(await Cycle(plugins, host, i));
        }

        // The serializer keeps the accessors it made for a second after their last use, and looks only when it makes others. The last one is in use.
        for (int i = 0; i < 600 && old.Count(r => r.IsAlive) > 1; i++)
        {
            await Task.Delay(100);
            JsonSerializer.Serialize(new Probe(i), CapabilityJson.Create());
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(1, old.Count(r => r.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> Cycle(PluginSet plugins, HostCapabilities host, int i)
    {
        Script("greeting", Capability("greet", $"new Greeting {{ Summary = \"{i} \" + name }}", effect: i % 2 == 0 ? "Read" : "Compute"));
        Assert.True(plugins.Reload("greeting").HasTakenEffect);
        Assert.Contains($"{i} you", await Call(host, "greet"), StringComparison.Ordinal);
        CapabilityDescriptor capability = host.Dispatcher.Catalog.Find("greet")!;
        Assert.NotEmpty(capability.InputSchema.ToString() + capability.OutputSchema);
        return new WeakReference(plugins.Catalog.Find("greeting")!.Context);
    }

    private static string Capability(string name, string body, string more = "", string effect = "Read") => $$"""
        public sealed record Greeting : CapabilityResult;
        public sealed class Greeter
        {
            [Capability("{{name}}", "test", Effect.{{effect}}, "GET /test/{{name}}")]
            public Greeting Greet(string name) => {{body}};
            {{more}}
        }
        """;

    private static async Task<string> Call(HostCapabilities host, string name)
    {
        var request = new CallRequest { Name = name, Caller = Analyst, Surface = Surface.Rest, Arguments = JsonDocument.Parse("""{"name":"you"}""").RootElement };
        return Encoding.UTF8.GetString((await host.Dispatcher.CallAsync(request, CancellationToken.None)).Body.Span);
    }

    private void Script(string name, string source) => File.WriteAllText(Path.Combine(_folder.Strategies, name + ".csx"), source);

    private HostCapabilities Host(PluginSet plugins, CallLimits? limits = null)
    {
        HostConfiguration configuration = _config.Load(ConfigFolder.Mandatory);
        return new HostCapabilities(configuration, plugins, new NoJournal(), TimeProvider.System, _ => false, _ => [], limits);
    }

    private sealed record Probe(int Number);

    private sealed class NoJournal : IJournal
    {
        public long Append(string actor, string type, JournalPayload payload, Durability durability) => 1;
    }
}
