using System.Globalization;
using Microsoft.CodeAnalysis;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>The compiler's words as a script's errors.</summary>
internal static class ScriptDiagnostics
{
    private const string LoadOfScriptsOnly = "CS8097";
    private const string ReferenceOfScriptsOnly = "CS7011";

    // The compiler supposes that a project could add a reference.
    private static readonly string[] MissingReference = ["CS0012", "CS0234", "CS1069"];

    /// <summary>The errors among them; warnings are the author's affair.</summary>
    public static IEnumerable<ScriptError> Of(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Of);

    /// <summary>An error of ours at a place of the text.</summary>
    public static ScriptError At(Location location, string id, string text)
    {
        // Where the text is, whatever a #line in it claims.
        FileLinePositionSpan span = location.GetLineSpan();
        return new ScriptError(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, id, text);
    }

    private static ScriptError Of(Diagnostic diagnostic)
    {
        string text = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return diagnostic.Id switch
        {
            LoadOfScriptsOnly => At(diagnostic.Location, ScriptErrorIds.MalformedLoad, "#load stands before the first line of code and outside #if."),
            ReferenceOfScriptsOnly => At(diagnostic.Location, ScriptErrorIds.Reference, "#r brings an assembly, and a script has none but the SDK and the base library; write a plugin project for it, or #load source."),
            _ when MissingReference.Contains(diagnostic.Id) => At(diagnostic.Location, diagnostic.Id, text + " A script has the SDK and the base library's pure part alone."),
            _ => At(diagnostic.Location, diagnostic.Id, text),
        };
    }
}
