namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>A script with every file that it loads, read once: what is hashed is what is compiled.</summary>
/// <param name="Path">The script's path, as errors show it.</param>
/// <param name="Files">The script first, then the files it loads, each once, in the order in which they were met.</param>
/// <param name="Sha256">Hash over names and bytes of all files, lower-case hexadecimal. This is what a pin holds.</param>
internal sealed record ScriptSources(string Path, IReadOnlyList<ScriptText> Files, string Sha256);
