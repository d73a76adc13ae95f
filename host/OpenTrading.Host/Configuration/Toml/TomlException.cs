namespace OpenTrading.Host.Configuration.Toml;

/// <summary>A file is not TOML 1.0, or exceeds the limits of <see cref="TomlReader"/>.</summary>
/// <remarks>The message reads <c>config/live.toml:14:1: what is wrong; what to do</c>.</remarks>
public sealed class TomlException : Exception
{
    public TomlException(string file, TomlPosition position, string reason)
        : base($"{file}:{position}: {reason}")
    {
        File = file;
        Position = position;
        Reason = reason;
    }

    /// <summary>The file's name, as it was given to the reader.</summary>
    public string File { get; }

    /// <summary>Where the offending text begins.</summary>
    public TomlPosition Position { get; }

    /// <summary>Line of the offending text, from 1.</summary>
    public int Line => Position.Line;

    /// <summary>Column of the offending text, from 1.</summary>
    public int Column => Position.Column;

    /// <summary>The message without file and position.</summary>
    public string Reason { get; }
}
