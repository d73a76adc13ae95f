using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using OpenTrading.Host.Plugins.Scripts.Compilation.Purity;
using OpenTrading.Host.Plugins.Scripts.Compilation.Weaving;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>
/// Compiles a script: checks it as its author wrote it, weaves the interrupt in, and emits what came of it. Errors are always those of the
/// author's text.
/// </summary>
/// <remarks>
/// A script is compiled as ordinary C#, not in the compiler's script mode: the same source is a plugin's source, its types have the names the
/// author gave them, and nothing of it runs when it is loaded. Of the script mode only <c>#load</c> is missing, and <see cref="ScriptReader"/> has it.
/// </remarks>
internal static class ScriptCompiler
{
    // Symbols without code, or a file would mean other things to its neighbours.
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, deterministic: true);

    /// <summary>The image of a script.</summary>
    /// <exception cref="ScriptException">It does not compile, does what a script must not, or offers nothing.</exception>
    public static ScriptImage Compile(ScriptSources sources)
    {
        SyntaxTree[] written = [.. sources.Files.Select(Parse)];
        CSharpCompilation compilation = CSharpCompilation.Create(AssemblyName(sources.Path), [.. written, ScriptPreamble.Tree], ScriptReferences.All, Options);
        if (written.Any(tree => tree.GetDiagnostics().Any(IsError)))
        {
            throw Refusal(sources, ScriptDiagnostics.Of(compilation.GetDiagnostics()));
        }

        var code = new ScriptCode(compilation, written);
        List<ScriptError> refused = [.. PurityCheck.Run(code), .. OfferCheck.Run(code)];
        WeavingPlan plan = WeavingPlan.Of(code);
        refused.AddRange(plan.Errors);
        if (refused.Count == 0)
        {
            foreach (SyntaxTree tree in written)
            {
                SyntaxNode woven = new InterruptWeaver(plan, code.Model(tree)).Visit(tree.GetRoot());
                compilation = compilation.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(woven, ParseOptions));
            }

            using var assembly = new MemoryStream();
            using var symbols = new MemoryStream();
            if (compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success)
            {
                return new ScriptImage(assembly.ToArray(), symbols.ToArray(), FromCache: false);
            }
        }

        // The compiler's own errors are told from the text as written: the woven one has other columns.
        throw Refusal(sources, [.. ScriptDiagnostics.Of(code.Compilation.GetDiagnostics()), .. refused]);
    }

    private static SyntaxTree Parse(ScriptText file)
    {
        var text = SourceText.From(ScriptHead.WithoutDirectives(file.Text), Encoding.UTF8, SourceHashAlgorithm.Sha256);
        Refuse(NestingCheck.Find(text));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, ParseOptions, file.Path);
        Refuse(NestingCheck.Find(tree.GetRoot()));
        return tree;

        void Refuse(TextSpan? tooDeep)
        {
            if (tooDeep is { } span)
            {
                throw new ScriptException([NestingCheck.At(file.Path, text, span)]);
            }
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    // A name that neither the SDK nor a part of the base library can have.
    private static string AssemblyName(string path) => "script." + string.Concat(Path.GetFileNameWithoutExtension(path).Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    private static ScriptException Refusal(ScriptSources sources, IEnumerable<ScriptError> errors)
    {
        var order = sources.Files.Select((file, i) => (file.Path, i)).ToDictionary(f => f.Path, f => f.i, StringComparer.Ordinal);
        ScriptError[] sorted = [.. errors.OrderBy(e => order.GetValueOrDefault(e.File)).ThenBy(e => e.Line).ThenBy(e => e.Column)];
        return sorted.Length > 0 ? new ScriptException(sorted) : throw new InvalidOperationException($"{sources.Path} was refused without a reason.");
    }
}
