namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>One file of a script.</summary>
/// <param name="Name">Path within the scripts folder, with <c>/</c> between its parts.</param>
/// <param name="Path">Path as errors and stack traces show it.</param>
/// <param name="Text">Its characters, without a byte order mark.</param>
internal sealed record ScriptText(string Name, string Path, string Text);
