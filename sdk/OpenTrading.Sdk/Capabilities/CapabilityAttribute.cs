namespace OpenTrading.Sdk.Capabilities;

/// <summary>
/// Makes a public method callable over MCP, REST and the command line. Its parameters are the arguments: described by
/// <see cref="System.ComponentModel.DescriptionAttribute"/>, optional when they have a default or may be null, bounded by
/// <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>; a list has its default in a
/// <see cref="System.ComponentModel.DefaultValueAttribute"/>. A parameter of type <see cref="ICallContext"/> is filled by the host.
/// The method returns a <see cref="CapabilityResult"/>, or a task of one, and refuses by a <see cref="CapabilityException"/>.
/// </summary>
/// <param name="name">Stable name, lower-case words joined by underscores, such as <c>get_quote</c>.</param>
/// <param name="toolset">Group it belongs to, such as <c>market</c>.</param>
/// <param name="effect">What it does to the world.</param>
/// <param name="route">REST route, such as <c>GET /market/quote/{symbol}</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CapabilityAttribute(string name, string toolset, Effect effect, string route) : Attribute
{
    /// <summary>Stable name.</summary>
    public string Name { get; } = name;

    /// <summary>Group it belongs to.</summary>
    public string Toolset { get; } = toolset;

    /// <summary>What it does to the world.</summary>
    public Effect Effect { get; } = effect;

    /// <summary>REST method and route.</summary>
    public string Route { get; } = route;

    /// <summary>Whether it destroys something that cannot be brought back.</summary>
    public bool Destructive { get; init; }

    /// <summary>Whether it opens or raises risk, and is refused while the kill switch is on.</summary>
    public bool RaisesRisk { get; init; }

    /// <summary>Visible to every client in every mode, whatever its effect: for what only ever tightens.</summary>
    public bool AlwaysVisible { get; init; }

    /// <summary>Whether a computation is done at once and answers for itself. Any other one is a job, and its answer the job's envelope.</summary>
    public bool Inline { get; init; }

    /// <summary>Form of its answers where that is laid down elsewhere: an <see cref="IRawShape"/>. The method then returns a <see cref="RawResult"/>.</summary>
    /// <value>Default null: answers are records, and errors look as everywhere.</value>
    public Type? Shape { get; init; }

    /// <summary>Errors it answers with, besides those that every call may have.</summary>
    public ErrorCode[] Errors { get; init; } = [];
}
