namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>The frames that figures, tables and sections stand in.</summary>
internal static class Frame
{
    private static readonly PageTemplate FigureTemplate = PageTemplate.Named("figure.html");
    private static readonly PageTemplate CardTemplate = PageTemplate.Named("card.html");
    private static readonly PageTemplate SectionTemplate = PageTemplate.Named("section.html");

    /// <summary>A figure with its title and one line that tells how to read it.</summary>
    /// <param name="id">Anchor.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="note">How to read it.</param>
    /// <param name="body">Plots and legends.</param>
    /// <param name="style">Width: empty for half of the page, <c>wide</c>, <c>most</c> or <c>least</c>.</param>
    public static Markup Figure(string id, string title, string note, Markup body, string style = "") => FigureTemplate.Fill(
        ("id", new Markup(id)), ("title", Markup.Text(title)), ("note", Markup.Text(note)), ("body", body), ("style", new Markup(style)));

    /// <summary>A card with a title and anything in it.</summary>
    public static Markup Card(string id, string title, Markup body, string style = "") => CardTemplate.Fill(
        ("id", new Markup(id)), ("title", Markup.Text(title)), ("body", body), ("style", new Markup(style)));

    /// <summary>A section; nothing where it has no parts.</summary>
    public static Markup Section(string id, string title, IReadOnlyList<Markup> parts) => parts.Count == 0
        ? Markup.None
        : SectionTemplate.Fill(("id", new Markup(id)), ("title", Markup.Text(title)), ("body", Markup.Join(parts)));

    /// <summary>Coloured lines with their names.</summary>
    public static Markup Legend(params ReadOnlySpan<(string Style, string Name)> lines)
    {
        var items = new List<Markup>();
        foreach ((string style, string name) in lines)
        {
            items.Add(new Markup($"<span class={style}>{Markup.Text(name)}</span>"));
        }

        return new Markup($"<p class=legend>{Markup.Join(items)}</p>");
    }
}
