namespace OpenTrading.Kernel.Backtesting.Reports.Html;

/// <summary>The frame of a whole page: style and script within it, links to its sections on top.</summary>
internal static class Page
{
    private static readonly PageTemplate Template = PageTemplate.Named("report.html");
    private static readonly Markup Style = Joined("base.css", "figures.css", "tables.css");
    private static readonly Markup Script = Joined("theme.js", "numbers.js", "lines.js", "candles.js", "tables.js");

    /// <summary>Puts a page together.</summary>
    public static Markup Of(string title, IEnumerable<(string Id, string Title)> sections, Markup body, Markup footer) => Template.Fill(
        ("title", Markup.Text(title)),
        ("style", Style),
        ("nav", Markup.Join(sections.Select(s => new Markup($"<a href=\"#{s.Id}\">{Markup.Text(s.Title)}</a>")))),
        ("body", body),
        ("footer", footer),
        ("script", Script));

    private static Markup Joined(params string[] files) => new(string.Join('\n', files.Select(PageTemplate.Resource)));
}
