using OpenTrading.Host.Configuration.Toml;

namespace OpenTrading.Host.Configuration.Binding;

/// <summary>One fault of the configuration.</summary>
/// <param name="Where">File, or the name of an environment variable.</param>
/// <param name="Position">Place in the file; null for environment variables and missing keys.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record ConfigError(string Where, TomlPosition? Position, string Message)
{
    public override string ToString() => Position is { } p ? $"{Where}:{p.Line}:{p.Column}: {Message}" : $"{Where}: {Message}";
}
