namespace OpenTrading.Host.Plugins;

/// <summary>How a plugin stands.</summary>
internal enum PluginState
{
    /// <summary>In use.</summary>
    Loaded,

    /// <summary>Not let in; none of its code ran, or its registration failed.</summary>
    Refused,

    /// <summary>Loaded, but a part of it failed and is not called any more.</summary>
    Disabled,

    /// <summary>Not let in: an operator switched it off.</summary>
    SwitchedOff,

    /// <summary>Not let in: it offers nothing that the command needs.</summary>
    LeftOut,

    /// <summary>Only a restart brings it, or what is on disk now, into order.</summary>
    RestartNeeded,
}
