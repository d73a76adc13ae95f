namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>A script cannot be used. The message is its errors, a line each.</summary>
internal sealed class ScriptException(IReadOnlyList<ScriptError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>At least one, in order of file and position.</summary>
    public IReadOnlyList<ScriptError> Errors { get; } = errors;
}
