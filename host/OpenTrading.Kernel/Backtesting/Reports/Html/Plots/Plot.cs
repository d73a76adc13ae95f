using System.Globalization;
using System.Text;

namespace OpenTrading.Kernel.Backtesting.Reports.Html.Plots;

/// <summary>
/// A drawing area with axes. The drawing stretches to whatever width the page has; lines keep their width and labels their size, because labels are
/// text of the page and strokes do not scale.
/// </summary>
internal sealed class Plot
{
    // Whole numbers in a wide view: short paths, finer than any screen.
    private const int View = 10_000;

    private static readonly PageTemplate Template = PageTemplate.Named("plot.html");

    private readonly double _left;
    private readonly double _right;
    private readonly double _bottom;
    private readonly double _top;
    private readonly StringBuilder _marks = new();
    private readonly StringBuilder _notes = new();
    private readonly StringBuilder _yLabels = new();
    private readonly StringBuilder _xLabels = new();
    private int _widest;

    /// <summary>A plot of these ranges; an empty range is widened.</summary>
    public Plot(double left, double right, double bottom, double top)
    {
        (_left, _right) = Widened(left, right);
        (_bottom, _top) = Widened(bottom, top);
    }

    /// <summary>Height, pixels. Default 220.</summary>
    public int Height { get; init; } = 220;

    /// <summary>Letters that the labels of the vertical axis may take at least, so that plots above each other begin at one line. Default 2.</summary>
    public int Gutter { get; init; } = 2;

    /// <summary>What a reader who cannot see it is told.</summary>
    public required string Label { get; init; }

    /// <summary>Data that the page's script reads, already JSON; null for a plot that stands still.</summary>
    public string? Script { get; init; }

    /// <summary>Name under which the script knows the plot; null for one that stands still.</summary>
    public string? Kind { get; init; }

    /// <summary>Marks the vertical axis, with a line at each tick.</summary>
    public Plot YAxis(IEnumerable<AxisTick> ticks)
    {
        foreach (AxisTick tick in ticks.Where(t => t.Value >= _bottom && t.Value <= _top))
        {
            Path("grid", $"M0 {Y(tick.Value)}H{View}");
            _widest = Math.Max(_widest, tick.Label.Length);
            _yLabels.Append(CultureInfo.InvariantCulture, $"<span style=\"top:{Share(Y(tick.Value))}%\">{Markup.Text(tick.Label)}</span>");
        }

        return this;
    }

    /// <summary>Marks the horizontal axis. Where space is short every second label goes.</summary>
    public Plot XAxis(IEnumerable<AxisTick> ticks, bool grid = true)
    {
        int number = 0;
        foreach (AxisTick tick in ticks.Where(t => t.Value >= _left && t.Value <= _right))
        {
            if (grid)
            {
                Path("grid", $"M{X(tick.Value)} 0V{View}");
            }

            string odd = number++ % 2 == 1 ? " class=odd" : "";
            _xLabels.Append(CultureInfo.InvariantCulture, $"<span{odd} style=\"left:{Share(X(tick.Value))}%\">{Markup.Text(tick.Label)}</span>");
        }

        return this;
    }

    /// <summary>A line through points.</summary>
    public Plot Line(string style, IEnumerable<(double X, double Y)> points) => Path(style, Points(points));

    /// <summary>The area between points and a level.</summary>
    public Plot Area(string style, IReadOnlyList<(double X, double Y)> points, double level) => points.Count == 0
        ? this
        : Path(style, $"{Points(points)}L{X(points[^1].X)} {Y(level)}L{X(points[0].X)} {Y(level)}Z");

    /// <summary>The area between two lines over the same places.</summary>
    public Plot Band(string style, IReadOnlyList<(double X, double Low, double High)> points) =>
        Path(style, Points(points.Select(p => (p.X, p.High))) + Points(points.Reverse().Select(p => (p.X, p.Low)))[1..].Insert(0, "L") + "Z");

    /// <summary>Separate lines from point to point.</summary>
    public Plot Segments(string style, IEnumerable<((double X, double Y) From, (double X, double Y) To)> segments)
    {
        var path = new StringBuilder();
        foreach (((double X, double Y) from, (double X, double Y) to) in segments)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{X(from.X)} {Y(from.Y)}L{X(to.X)} {Y(to.Y)}");
        }

        return Path(style, path.ToString());
    }

    /// <summary>Dots, which stay round however the drawing is stretched.</summary>
    public Plot Dots(string style, IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach ((double x, double y) in points)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{X(x)} {Y(y)}h0");
        }

        return Path("dots " + style, path.ToString());
    }

    /// <summary>A rectangle that says something when pointed at.</summary>
    public Plot Box(string style, double left, double right, double bottom, double top, string title, string? fill = null)
    {
        (int x, int y) = (X(left), Y(top));
        string colour = fill is null ? "" : $" style=\"fill:{fill}\"";
        _marks.Append(CultureInfo.InvariantCulture, $"<rect class=\"{style}\"{colour} x=\"{x}\" y=\"{y}\" width=\"{Math.Max(0, X(right) - x)}\" height=\"{Math.Max(0, Y(bottom) - y)}\">");
        _marks.Append(CultureInfo.InvariantCulture, $"<title>{Markup.Text(title)}</title></rect>");
        return this;
    }

    /// <summary>A level from edge to edge.</summary>
    public Plot Level(string style, double y) => y < _bottom || y > _top ? this : Path(style, $"M0 {Y(y)}H{View}");

    /// <summary>A place, from the bottom up to a level, with a word left of its end.</summary>
    public Plot Place(string style, double x, double top, string note) => x < _left || x > _right
        ? this
        : Path(style, $"M{X(x)} {Y(top)}V{View}").Note($"{style} end", x, top, note);

    /// <summary>A word right of a point, left of one that lies far to the right.</summary>
    public Plot Note(string style, double x, double y, string note)
    {
        string side = X(x) > View * 6 / 10 ? "note end" : "note";
        _notes.Append(CultureInfo.InvariantCulture, $"<span class=\"{side} {style}\" style=\"left:{Share(X(x))}%;top:{Share(Y(y))}%\">{Markup.Text(note)}</span>");
        return this;
    }

    /// <summary>The finished plot.</summary>
    public Markup Render() => Template.Fill(
        ("kind", new Markup(Kind is null ? "" : $" data-plot=\"{Kind}\" tabindex=\"0\"")),
        ("height", new Markup(Height.ToString(CultureInfo.InvariantCulture))),
        ("gutter", new Markup(Math.Max(Gutter, _widest).ToString(CultureInfo.InvariantCulture))),
        ("label", Markup.Text(Label)),
        ("range", new Markup(string.Create(CultureInfo.InvariantCulture, $"data-range=\"{_left} {_right} {_bottom} {_top}\""))),
        ("marks", new Markup(_marks.ToString())),
        ("notes", new Markup(_notes.ToString())),
        ("y", new Markup(_yLabels.ToString())),
        ("x", new Markup(_xLabels.ToString())),
        ("script", new Markup(Script is null ? "" : $"<script type=\"application/json\">{Script}</script>")));

    private Plot Path(string style, string path)
    {
        if (path.Length > 0)
        {
            _marks.Append(CultureInfo.InvariantCulture, $"<path class=\"{style}\" d=\"{path}\"/>");
        }

        return this;
    }

    // A break in the data (NaN) breaks the line.
    private string Points(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        char command = 'M';
        foreach ((double x, double y) in points)
        {
            if (double.IsFinite(y))
            {
                path.Append(CultureInfo.InvariantCulture, $"{command}{X(x)} {Y(y)}");
                command = 'L';
            }
            else
            {
                command = 'M';
            }
        }

        return path.ToString();
    }

    private int X(double value) => (int)Math.Round(Math.Clamp((value - _left) / (_right - _left), -1, 2) * View);

    private int Y(double value) => (int)Math.Round((1 - Math.Clamp((value - _bottom) / (_top - _bottom), -1, 2)) * View);

    private static string Share(int view) => (view / 100.0).ToString("0.##", CultureInfo.InvariantCulture);

    private static (double Low, double High) Widened(double low, double high) => high > low ? (low, high) : (low - 1, low + 1);
}
