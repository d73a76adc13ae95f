namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>A <c>#load</c> or <c>#r</c> at the head of a script.</summary>
/// <param name="Name"><c>load</c> or <c>r</c>.</param>
/// <param name="Argument">What stands between its quotes; null where it is malformed.</param>
/// <param name="Start">Position of the <c>#</c>.</param>
/// <param name="Line">Line, 1 is the first.</param>
/// <param name="Column">Column of the <c>#</c>, 1 is the first.</param>
internal readonly record struct ScriptDirective(string Name, string? Argument, int Start, int Line, int Column);
