using System.Text.RegularExpressions;

namespace OpenTrading.Host.Faces.Cli;

/// <summary>The script that <c>scripts new</c> writes: the one of the <c>opentrading-script</c> template, under another name.</summary>
internal static partial class ScriptStarter
{
    private const string Resource = "starter.csx";
    private const string TemplateClass = "ClassOfTheName";
    private const string TemplateId = "id-of-the-strategy";

    /// <summary>Writes it, never over another.</summary>
    /// <returns>Where it is.</returns>
    /// <exception cref="FormatException">The name is none, or is taken.</exception>
    public static string Write(string folder, string name)
    {
        if (!Name().IsMatch(name))
        {
            throw new FormatException($"'{name}' is no name of a script; write lower-case words joined by hyphens, such as my-idea.");
        }

        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name + ".csx");
        using Stream template = typeof(ScriptStarter).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(template);
        string type = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        string text = reader.ReadToEnd().Replace(TemplateClass, type, StringComparison.Ordinal).Replace(TemplateId, name, StringComparison.Ordinal);
        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            file.Write(text);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new FormatException($"{path} is there already; choose another name, or delete it first.");
        }

        return path;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Name();
}
