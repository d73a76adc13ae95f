namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>What is wrong with a script, and where.</summary>
/// <param name="File">Path as the caller gave it.</param>
/// <param name="Line">Line, 1 is the first.</param>
/// <param name="Column">Column, 1 is the first.</param>
/// <param name="Id">The compiler's <c>CSxxxx</c>, or one of <see cref="ScriptErrorIds"/>.</param>
/// <param name="Text">What is wrong, with the remedy.</param>
internal sealed record ScriptError(string File, int Line, int Column, string Id, string Text)
{
    /// <summary>The form that editors and terminals make a link of.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column}): error {Id}: {Text}");
}
