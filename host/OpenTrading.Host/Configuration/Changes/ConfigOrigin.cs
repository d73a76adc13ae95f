namespace OpenTrading.Host.Configuration.Changes;

/// <summary>Where the value of a setting comes from.</summary>
internal enum ConfigOrigin
{
    /// <summary>Nobody set it.</summary>
    Default,

    /// <summary>A configuration file.</summary>
    File,

    /// <summary>A variable of the environment.</summary>
    Env,
}
