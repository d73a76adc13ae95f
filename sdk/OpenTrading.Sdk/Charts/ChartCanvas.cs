using System.Globalization;
using System.Net;
using System.Text;

namespace OpenTrading.Sdk.Charts;

/// <summary>A white picture of fixed size that lines and words are put on, as SVG. The same strokes give the same text.</summary>
/// <threadsafety>One thread.</threadsafety>
public sealed class ChartCanvas
{
    /// <summary>Width, pixels.</summary>
    public const int Width = 1000;

    /// <summary>Height, pixels.</summary>
    public const int Height = 600;

    /// <summary>Left edge of what is drawn, pixels.</summary>
    public const double Left = 10;

    /// <summary>Right edge of what is drawn, pixels; the scale stands beyond it.</summary>
    public const double Right = Width - 78;

    /// <summary>Upper edge of what is drawn, pixels; the title stands above it.</summary>
    public const double Top = 34;

    /// <summary>Lower edge of what is drawn, pixels; the times stand below it.</summary>
    public const double Bottom = Height - 26;

    /// <summary>Colour of what rises or wins.</summary>
    public const string Up = "#1a8f5a";

    /// <summary>Colour of what falls or loses.</summary>
    public const string Down = "#c43d3d";

    /// <summary>Colour of words and lines that only explain.</summary>
    public const string Quiet = "#666666";

    private readonly StringBuilder _svg = new();

    /// <summary>An empty canvas with a title.</summary>
    /// <param name="title">What it shows, of when and from where; plain text.</param>
    public ChartCanvas(string title)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"11\">");
        _svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Text(Left, 16, title, "#222222", bold: true);
    }

    /// <summary>The picture so far.</summary>
    public string Svg => $"{_svg}</svg>";

    /// <summary>Writes words. Markup in them is shown as it stands.</summary>
    /// <param name="x">Where they begin, pixels from the left.</param>
    /// <param name="y">Their base line, pixels from above.</param>
    /// <param name="text">The words.</param>
    /// <param name="color">Colour, such as <c>#1a8f5a</c>.</param>
    /// <param name="bold">Whether bold.</param>
    public void Text(double x, double y, string text, string color, bool bold = false) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" fill=\"{color}\"{(bold ? " font-weight=\"bold\"" : "")}>{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>Draws along a path.</summary>
    /// <param name="path">SVG path data.</param>
    /// <param name="color">Colour.</param>
    /// <param name="width">Width of the stroke, pixels.</param>
    public void Stroke(string path, string color, double width = 1) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width:0.#}\"/>");

    /// <summary>Fills what a path surrounds.</summary>
    /// <param name="path">SVG path data.</param>
    /// <param name="color">Colour.</param>
    /// <param name="opacity">0 for nothing to 1 for all of it.</param>
    public void Fill(string path, string color, double opacity = 1) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{color}\"{(opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"") : "")}/>");

    /// <summary>Lines across at round values, with the values at the right.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="format">Format of the values.</param>
    public void Grid(in ChartScale scale, string format)
    {
        foreach (double value in scale.Ticks())
        {
            Stroke(string.Create(CultureInfo.InvariantCulture, $"M{Left} {scale.Y(value):0.#}H{Right}"), "#e6e6e6");
            Text(Right + 6, scale.Y(value) + 4, value.ToString(format, CultureInfo.InvariantCulture), Quiet);
        }
    }

    /// <summary>A line through values that lie evenly from left to right; a value that is not finite is a gap in it.</summary>
    /// <param name="values">The values.</param>
    /// <param name="scale">Where they lie.</param>
    /// <param name="color">Colour.</param>
    public void Line(IReadOnlyList<double> values, in ChartScale scale, string color)
    {
        ArgumentNullException.ThrowIfNull(values);
        var path = new StringBuilder();
        bool isDown = false;
        for (int i = 0; i < values.Count; i++)
        {
            if (double.IsFinite(values[i]))
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isDown ? 'L' : 'M')}{X(i, values.Count):0.#} {scale.Y(values[i]):0.#}");
            }

            isDown = double.IsFinite(values[i]);
        }

        Stroke(path.ToString(), color, 1.3);
    }

    /// <summary>Middle of the place of one of several that lie evenly from left to right, pixels.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <param name="count">How many, above 0.</param>
    public static double X(int index, int count) => Left + ((index + 0.5) * (Right - Left) / count);
}
