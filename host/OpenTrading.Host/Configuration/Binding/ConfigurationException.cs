namespace OpenTrading.Host.Configuration.Binding;

/// <summary>The configuration has faults; the host refuses to start. All of them are listed.</summary>
internal sealed class ConfigurationException(IReadOnlyList<ConfigError> errors)
    : Exception(string.Join('\n', errors))
{
    /// <summary>Exit code of a refused configuration (EX_CONFIG of sysexits).</summary>
    public const int ExitCode = 78;

    public IReadOnlyList<ConfigError> Errors { get; } = errors;
}
