using System.Text.Json;
using OpenTrading.Kernel.Capabilities;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Tests.Support;

/// <summary>Rooms behind a dispatcher, called as a face calls them: by name, with JSON.</summary>
internal sealed class CapabilityBench : IDisposable
{
    // A machine under load is slow, and a test that waits for a result waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly JobTable _jobs = new(TimeProvider.System, 2);
    private readonly CapabilityDispatcher _dispatcher;

    public CapabilityBench(params object[] rooms)
    {
        var catalog = new CapabilityCatalog();
        catalog.Add([.. rooms.SelectMany(r => CapabilityDescriptor.Of(r, CapabilityDescriptor.Host))]);
        _dispatcher = new CapabilityDispatcher(
            catalog, new AccessPolicy(new AccessMode(DataOnly: false), _ => true), new MemoryJournal(), TimeProvider.System, new CallLimits { ChangesPerSecond = 10_000, InlineWait = Patience, Timeout = Patience }, _jobs);
    }

    public IReadOnlyList<CapabilityDescriptor> All => _dispatcher.Catalog.All;

    /// <summary>The answer: a result, or <c>{"error":{...}}</c>. Of a job, its result.</summary>
    public JsonElement Call(string name, string arguments = "{}", Surface surface = Surface.Rest)
    {
        Role role = _dispatcher.Catalog.Find(name)?.Effect == Effect.Operate ? Role.Operator : Role.Analyst;
        CallOutcome outcome = _dispatcher.CallAsync(
            new CallRequest { Name = name, Arguments = JsonElement.Parse(arguments), Caller = new Principal("client:test", role), Surface = surface }, CancellationToken.None).GetAwaiter().GetResult();
        JsonElement body = JsonElement.Parse(outcome.Body.Span);
        return body.TryGetProperty("jobId", out _) ? body.TryGetProperty("result", out JsonElement result) ? result : body : body;
    }

    /// <summary>Code of the refusal.</summary>
    public string Refusal(string name, string arguments, Surface surface = Surface.Rest)
    {
        JsonElement answer = Call(name, arguments, surface);
        return answer.TryGetProperty("error", out JsonElement error) ? error.GetProperty("code").GetString()! : $"no refusal: {answer}";
    }

    /// <summary>A value of an answer by its path, such as <c>rows.0.1</c>, <c>rows.-1</c> or <c>rows.#</c> for their number, as JSON; "absent" where there is none.</summary>
    public static string At(JsonElement answer, string path)
    {
        foreach (string part in path.Split('.'))
        {
            if (part == "#")
            {
                return answer.GetArrayLength().ToString(provider: null);
            }

            if (answer.ValueKind == JsonValueKind.Array)
            {
                int index = int.Parse(part, null);
                answer = answer[index < 0 ? answer.GetArrayLength() + index : index];
            }
            else if (!answer.TryGetProperty(part, out answer))
            {
                return "absent";
            }
        }

        return answer.GetRawText();
    }

    public void Dispose() => _jobs.Dispose();
}
