using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Capabilities;

/// <summary>A capability: what it is called on each face, what it takes and gives, and how it is run.</summary>
public sealed class CapabilityDescriptor
{
    /// <summary>Plugin id of what the host itself offers.</summary>
    public const string Host = "host";

    private readonly Func<object?[], Task<CapabilityResult>>? _run;
    private readonly Lazy<JsonObject> _input;
    private readonly Lazy<JsonNode> _output;

    /// <summary>A capability of another host, as that host describes it. It is called there, never run here.</summary>
    /// <param name="declaration">What it is declared as.</param>
    /// <param name="pluginId">What stands for that host.</param>
    /// <param name="description">What it does.</param>
    /// <param name="input">Schema of its arguments.</param>
    /// <param name="output">Schema of its answer.</param>
    /// <exception cref="ArgumentException">The route is none.</exception>
    public CapabilityDescriptor(CapabilityAttribute declaration, string pluginId, string description, JsonObject input, JsonNode output)
    {
        (Declaration, PluginId, Description, Parameters, ResultType) = (declaration, pluginId, description, [], typeof(CapabilityResult));
        (HttpMethod, Path) = RouteOf(declaration);
        (_input, _output) = (new Lazy<JsonObject>(input), new Lazy<JsonNode>(output));
    }

    private CapabilityDescriptor(object owner, MethodInfo method, CapabilityAttribute declaration, string pluginId, Action? interrupt, JsonSerializerOptions json)
    {
        (Interrupt, Json) = (interrupt, json);
        Declaration = declaration;
        PluginId = pluginId;
        Description = method.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Parameters = [.. method.GetParameters().Select(p => new CapabilityParameter(p))];
        (ResultType, Func<object, Task<CapabilityResult>> widen) = Result(method);
        MethodInvoker invoker = MethodInvoker.Create(method);
        _run = arguments => widen(invoker.Invoke(owner, arguments.AsSpan())!);
        (HttpMethod, Path) = RouteOf(declaration);
        _input = new Lazy<JsonObject>(() => CapabilitySchema.Input(this));
        Shape = declaration.Shape is { } shape ? (IRawShape)Activator.CreateInstance(shape)! : null;
        _output = new Lazy<JsonNode>(() => Shape is null ? CapabilitySchema.Output(this) : JsonNode.Parse(Shape.Schema)!);
    }

    /// <summary>The attribute.</summary>
    public CapabilityAttribute Declaration { get; }

    /// <summary>Name, such as <c>get_quote</c>.</summary>
    public string Name => Declaration.Name;

    /// <summary>Group.</summary>
    public string Toolset => Declaration.Toolset;

    /// <summary>What it does to the world.</summary>
    public Effect Effect => Declaration.Effect;

    /// <summary>Whether a call of it is a job.</summary>
    public bool IsJob => Effect == Effect.Compute && !Declaration.Inline;

    /// <summary>Plugin that offers it; <c>host</c> for the host's own.</summary>
    public string PluginId { get; }

    /// <summary>Whether its code is a plugin's.</summary>
    public bool IsForeign => PluginId != Host;

    /// <summary>How loops of its code are stopped; null where that is impossible.</summary>
    public Action? Interrupt { get; }

    /// <summary>What it does, in one sentence.</summary>
    public string Description { get; }

    /// <summary>GET, POST or DELETE.</summary>
    public string HttpMethod { get; }

    /// <summary>REST path; <c>{x}</c> stands for the argument x.</summary>
    public string Path { get; }

    /// <summary>Its parameters in order, the call context included.</summary>
    public IReadOnlyList<CapabilityParameter> Parameters { get; }

    /// <summary>The arguments a caller gives.</summary>
    public IEnumerable<CapabilityParameter> Arguments => Parameters.Where(p => !p.IsContext);

    /// <summary>Type of its result.</summary>
    public Type ResultType { get; }

    /// <summary>JSON schema of its arguments.</summary>
    public JsonObject InputSchema => _input.Value;

    /// <summary>Form of its answers where that is laid down elsewhere; null where they are records.</summary>
    public IRawShape? Shape { get; }

    /// <summary>JSON schema of its answer: of a job the envelope with the result in it.</summary>
    public JsonNode OutputSchema => _output.Value;

    /// <summary>How its results are written.</summary>
    internal JsonSerializerOptions Json { get; } = CapabilityJson.Options;

    /// <summary>The capabilities of an object's public methods, in order of declaration.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="pluginId">Whose it is; <see cref="Host"/> for the host's own.</param>
    /// <param name="interrupt">How loops of its code are stopped; null where that is impossible.</param>
    /// <exception cref="ArgumentException">A method is declared in a way that no face could serve.</exception>
    public static IReadOnlyList<CapabilityDescriptor> Of(object owner, string pluginId, Action? interrupt = null)
    {
        JsonSerializerOptions json = pluginId == Host ? CapabilityJson.Options : CapabilityJson.Create();
        return
        [
            .. owner.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(m => m.IsDefined(typeof(CapabilityAttribute)))
                .OrderBy(m => m.MetadataToken)
                .Select(m => new CapabilityDescriptor(owner, m, m.GetCustomAttribute<CapabilityAttribute>()!, pluginId, interrupt, json)),
        ];
    }

    /// <summary>Runs it and writes its result: what writing a result runs is the capability's code too.</summary>
    /// <param name="arguments">Values of all parameters, in order.</param>
    internal async Task<CallOutcome> AnswerAsync(object?[] arguments) =>
        CallOutcome.Of(await (_run ?? throw new InvalidOperationException($"{Name} runs in another host."))(arguments).ConfigureAwait(false), Json);

    private static (string Method, string Path) RouteOf(CapabilityAttribute declaration) => declaration.Route.Split(' ', 2) is [("GET" or "POST" or "DELETE") and { } method, { } path]
        ? (method, path)
        : throw new ArgumentException($"{declaration.Name}: route '{declaration.Route}' is none; write such as GET /market/quote/{{symbol}}.");

    private static (Type Type, Func<object, Task<CapabilityResult>> Await) Result(MethodInfo method)
    {
        Type type = method.ReturnType;
        if (type.IsAssignableTo(typeof(CapabilityResult)))
        {
            return (type, result => Task.FromResult((CapabilityResult)result));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GenericTypeArguments[0] is { } inner && inner.IsAssignableTo(typeof(CapabilityResult)))
        {
            MethodInfo adapt = typeof(CapabilityDescriptor).GetMethod(nameof(Widen), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(inner);
            return (inner, adapt.CreateDelegate<Func<object, Task<CapabilityResult>>>());
        }

        throw new ArgumentException($"{method.DeclaringType}.{method.Name} returns {type}; a capability returns a CapabilityResult or a Task of one.");
    }

    private static async Task<CapabilityResult> Widen<T>(object task)
        where T : CapabilityResult => await ((Task<T>)task).ConfigureAwait(false);
}
