using System.Reflection;

namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>A piece of page from the embedded resources, with <c>{{names}}</c> to be filled in.</summary>
internal sealed class PageTemplate
{
    private readonly string[] _parts;

    private PageTemplate(string text) => _parts = text.Split(["{{", "}}"], StringSplitOptions.None);

    /// <summary>The template of a file in the folder <c>Page</c>.</summary>
    public static PageTemplate Named(string file) => new(Resource(file));

    /// <summary>The text of a file in that folder.</summary>
    public static string Resource(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"report.{file}")
            ?? throw new InvalidOperationException($"The page file {file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Fills it in.</summary>
    /// <exception cref="KeyNotFoundException">A name in the template has no value.</exception>
    public Markup Fill(params ReadOnlySpan<(string Name, Markup Value)> values)
    {
        var filled = (string[])_parts.Clone();
        for (int i = 1; i < filled.Length; i += 2)
        {
            filled[i] = ValueOf(filled[i], values).Code;
        }

        return new Markup(string.Concat(filled));
    }

    private static Markup ValueOf(string name, ReadOnlySpan<(string Name, Markup Value)> values)
    {
        foreach ((string candidate, Markup value) in values)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        throw new KeyNotFoundException($"The page template names '{name}', for which there is no value.");
    }
}
