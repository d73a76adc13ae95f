using System.Globalization;
using System.Text;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Tables;

/// <summary>Builds a table row by row.</summary>
internal sealed class HtmlTable(params TableColumn[] columns)
{
    private static readonly PageTemplate Template = PageTemplate.Named("table.html");

    private readonly StringBuilder _rows = new();
    private int _cell;

    /// <summary>Classes of the scrolling frame, such as <c>tall</c>.</summary>
    public string Style { get; init; } = "";

    /// <summary>Whether a click on a heading sorts, once the page's script runs.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Begins a row.</summary>
    /// <param name="attributes">Attributes of the row, safe markup.</param>
    public HtmlTable Row(string attributes = "")
    {
        _rows.Append("<tr").Append(attributes.Length > 0 ? " " : "").Append(attributes).Append('>');
        _cell = 0;
        return this;
    }

    /// <summary>A row that is the heading of those after it.</summary>
    public HtmlTable Heading(string title)
    {
        _rows.Append(CultureInfo.InvariantCulture, $"<tr><th class=part colspan={columns.Length} scope=colgroup>{Markup.Text(title)}</th>");
        return this;
    }

    /// <summary>The next cell.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="style">Classes, such as <c>gain</c>.</param>
    public HtmlTable Cell(string text, string style = "") => Cell(Markup.Text(text), style);

    /// <summary>The next cell, already markup.</summary>
    public HtmlTable Cell(Markup content, string style = "")
    {
        string classes = columns[_cell++].IsText && _cell > 1 ? $"l {style}".TrimEnd() : style;
        _rows.Append(classes.Length > 0 ? $"<td class=\"{classes}\">" : "<td>").Append(content.Code);
        return this;
    }

    /// <summary>A cell with money, coloured by its sign.</summary>
    public HtmlTable Money(double value) => Cell(Shown.Money(value), ToneOf(value));

    /// <summary>The class that colours a gain or a loss.</summary>
    public static string ToneOf(double value) => value > 0 ? "gain" : value < 0 ? "loss" : "";

    /// <summary>The finished table.</summary>
    public Markup Render() => Template.Fill(
        ("style", new Markup(Style)),
        ("kind", new Markup(IsSortable ? " data-sort" : "")),
        ("head", Markup.Join(columns.Select(Heading))),
        ("rows", new Markup(_rows.ToString())));

    private static Markup Heading(TableColumn column)
    {
        string hint = column.Hint is null ? "" : $" title=\"{Markup.Text(column.Hint)}\"";
        return new Markup($"<th scope=col{(column.IsText ? " class=l" : "")}{hint}>{Markup.Text(column.Title)}</th>");
    }
}
