namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>A compiled script.</summary>
/// <param name="Assembly">The assembly; it states the SDK version it was built against as any plugin does.</param>
/// <param name="Symbols">Its portable debug symbols: stack traces name the script's lines.</param>
/// <param name="FromCache">Whether it was compiled earlier.</param>
internal sealed record ScriptImage(byte[] Assembly, byte[] Symbols, bool FromCache);
