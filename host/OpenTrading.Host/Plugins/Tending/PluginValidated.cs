using OpenTrading.Host.Plugins.Scripts;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Host.Plugins.Tending;

/// <summary>What a plugin on disk would be if it were loaded.</summary>
internal sealed record PluginValidated : RecordResult
{
    /// <summary>Whether it would be in use.</summary>
    public required bool Ok { get; init; }

    /// <summary>What the compiler says.</summary>
    public required IReadOnlyList<CompileError> CompileErrors { get; init; }

    /// <summary>What of the language or the base library a script must leave alone and this one does not.</summary>
    public required IReadOnlyList<string> ForbiddenApis { get; init; }

    /// <summary>Why the host would not take it, beyond that.</summary>
    public required IReadOnlyList<string> ContractFaults { get; init; }

    /// <summary>What it would offer, such as <c>strategy rsi-dip</c>.</summary>
    public required IReadOnlyList<string> WouldProvide { get; init; }

    /// <summary>What became of a trial.</summary>
    public static PluginValidated Of(Plugin tried, DateTime now)
    {
        ILookup<Kind, ScriptError> errors = tried.Errors.ToLookup(KindOf);
        string[] provides = [.. PluginProvides.Of(tried.Offers).Lines()];
        string[] faults = [.. errors[Kind.Contract].Select(e => e.ToString()), .. tried.Errors.Count == 0 && tried.Why.Length > 0 ? (string[])[tried.Why] : []];
        bool ok = tried.IsUsable && tried.Why.Length == 0;
        return new PluginValidated
        {
            Summary = ok
                ? $"{tried.Id} is sound and would provide {(provides.Length == 0 ? "nothing" : string.Join(", ", provides))}."
                : $"{tried.Id} would be refused: {tried.Why.Split('\n')[0]}{(tried.Errors.Count > 1 ? $" and {tried.Errors.Count - 1} more errors" : "")}",
            AsOf = now,
            Ok = ok,
            CompileErrors = [.. errors[Kind.Compiler].Select(e => new CompileError(e.File, e.Line, $"{e.Id}: {e.Text}"))],
            ForbiddenApis = [.. errors[Kind.Forbidden].Select(e => e.ToString())],
            ContractFaults = faults,
            WouldProvide = provides,
        };
    }

    private static Kind KindOf(ScriptError error) => error.Id switch
    {
        ScriptErrorIds.Impure or ScriptErrorIds.Construct => Kind.Forbidden,
        _ when error.Id.StartsWith("OT", StringComparison.Ordinal) => Kind.Contract,
        _ => Kind.Compiler,
    };

    private enum Kind
    {
        Compiler,
        Forbidden,
        Contract,
    }
}

/// <summary>An error of the compiler.</summary>
/// <param name="File">Script.</param>
/// <param name="Line">Line, 1 is the first.</param>
/// <param name="Message">Its id and text.</param>
internal sealed record CompileError(string File, int Line, string Message);
